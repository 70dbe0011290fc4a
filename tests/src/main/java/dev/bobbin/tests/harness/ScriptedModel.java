package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model behind a loopback HTTP server that does what the test wrote down, one reply per request.
 *
 * <p>A request for which nothing is scripted is answered with an HTTP error and remembered, and so is a reply that was
 * never asked for: {@link #assertFollowed} fails on both.
 */
public final class ScriptedModel implements AutoCloseable {
    private static final int STOP_AT_ONCE = 0;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    // Guarded by this.
    private final Deque<ModelReply> script = new ArrayDeque<>();
    private final List<ModelRequest> requests = new ArrayList<>();
    private final Map<String, CountDownLatch> gates = new HashMap<>();
    private int unscripted;
    private Function<ModelRequest, @Nullable ModelReply> otherwise = _ -> null;
    private boolean keepsRequests = true;

    /** Starts the model on a free loopback port. */
    public ScriptedModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The base URL to configure a provider with. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Adds the reply to one more request. */
    public synchronized ScriptedModel then(ModelReply reply) {
        script.add(reply);
        return this;
    }

    /** Replies to what nothing is scripted for; a null is no reply. Called with one request at a time. */
    public synchronized ScriptedModel otherwise(Function<ModelRequest, @Nullable ModelReply> replies) {
        otherwise = replies;
        return this;
    }

    /** Keeps no request from now on, for runs that are long. */
    public synchronized ScriptedModel forgetting() {
        keepsRequests = false;
        return this;
    }

    /** Opens a gate, now and for all time. */
    public void open(String gate) {
        gate(gate).countDown();
    }

    /** Everything that was asked so far, in order. */
    public synchronized List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /** The last request; fails if there was none. */
    public ModelRequest lastRequest() {
        var all = requests();
        if (all.isEmpty()) {
            throw new AssertionError("the model was never asked");
        }
        return all.getLast();
    }

    /** Waits until the model was asked {@code count} times. */
    public synchronized void awaitRequests(int count) throws InterruptedException {
        var deadline = System.nanoTime() + TestAppServer.LIMIT.toNanos();
        while (requests.size() < count) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("the model was asked " + requests.size() + " times, not " + count);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Fails if the model was asked something unscripted, or was never asked for a scripted reply. */
    public synchronized void assertFollowed() {
        if (unscripted > 0) {
            throw new AssertionError("the model was asked " + unscripted + " times more than the script says");
        }
        if (!script.isEmpty()) {
            throw new AssertionError(script.size() + " scripted replies were never asked for");
        }
    }

    private synchronized CountDownLatch gate(String name) {
        return gates.computeIfAbsent(name, _ -> new CountDownLatch(1));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 200, "{\"object\":\"list\",\"data\":[],\"models\":[]}");
                return;
            }
            var reply = next(exchange, body);
            if (reply.status != 200) {
                answer(exchange, reply.status, reply.body);
                return;
            }
            exchange.getResponseHeaders().add("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            stream(reply, exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ModelReply next(HttpExchange exchange, byte[] body) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var request = new ModelRequest(exchange.getRequestURI().getPath(), headers, json.readTree(body));
        if (keepsRequests) {
            requests.add(request);
            notifyAll();
        }
        var reply = script.isEmpty() ? otherwise.apply(request) : script.poll();
        if (reply == null) {
            unscripted++;
            return ModelReply.status(418, "nothing is scripted for this request");
        }
        return reply;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void stream(ModelReply reply, OutputStream out) throws IOException, InterruptedException {
        for (var step : reply.stream()) {
            switch (step) {
                case ModelReply.Step.Event event ->
                    out.write(("data: " + event.json() + "\n\n").getBytes(StandardCharsets.UTF_8));
                case ModelReply.Step.Raw raw -> out.write(raw.bytes());
                case ModelReply.Step.Gate gate -> gate(gate.name()).await();
                case ModelReply.Step.Hang _ -> closing.await();
                case ModelReply.Step.Cut _ -> {
                    return;
                }
            }
            out.flush();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            gates.values().forEach(CountDownLatch::countDown);
        }
        server.stop(STOP_AT_ONCE);
        workers.shutdownNow();
    }
}
