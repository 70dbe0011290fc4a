package dev.bobbin.appserver.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model behind HTTP for the session that an AOT cache is made of: it answers each request of the Responses API with the
 * same few words, once in chunks and once with a length, by turns. Prints its port on stdout and serves until its input ends.
 */
final class LocalModel {
    private static final String EVENTS = """
            event: response.created
            data: {"type":"response.created","response":{"id":"resp_1"}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","output_index":0,"item":{"type":"message","role":"assistant","id":"msg_1","content":[]}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"I am "}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"here."}

            event: response.output_item.done
            data: {"type":"response.output_item.done","output_index":0,"item":{"type":"message","role":"assistant","id":"msg_1","content":[{"type":"output_text","text":"I am here."}]}}

            event: response.completed
            data: {"type":"response.completed","response":{"id":"resp_1","usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},"output_tokens":5,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":15}}}

            """;

    private final AtomicInteger answered = new AtomicInteger();

    private LocalModel() {}

    public static void main(String[] args) throws IOException {
        var model = new LocalModel();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", model::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = EVENTS.getBytes(StandardCharsets.UTF_8);
            var inChunks = answered.getAndIncrement() % 2 == 0;
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, inChunks ? 0 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
