package dev.bobbin.tests.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The little server over streamable HTTP, in the test's own process. Wants a header {@code X-Key: open}. */
public final class LittleWebServer implements AutoCloseable {
    private final HttpServer server;
    private final LittleTools tools = new LittleTools();
    private final List<String> methods = new CopyOnWriteArrayList<>();

    public LittleWebServer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mcp", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
    }

    /** The HTTP methods of all requests so far. */
    public List<String> methods() {
        return List.copyOf(methods);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            methods.add(exchange.getRequestMethod());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!"open".equals(exchange.getRequestHeaders().getFirst("X-Key"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                post(exchange, body);
            }
        }
    }

    private void post(HttpExchange exchange, String body) throws IOException {
        var answers = new StringBuilder();
        tools.answer(
                body,
                line -> answers.append("event: message\ndata: ").append(line).append("\n\n"));
        if (answers.isEmpty()) {
            exchange.sendResponseHeaders(202, -1);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().add("Mcp-Session-Id", "session-1");
        var bytes = answers.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
