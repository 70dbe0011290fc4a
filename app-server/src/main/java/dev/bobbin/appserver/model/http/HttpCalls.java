package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Makes calls. One client for plain calls and one for TLS, with their kept connections, serve all of them. Safe for use from many threads. */
public final class HttpCalls implements AutoCloseable {
    /** How long the head of an answer may take at least: a short patience with streams is not meant for it. */
    private static final Duration HEAD = Duration.ofSeconds(10);

    private final Duration head;
    private final LongSupplier nanoTime;
    private final LazyClient plain;
    private final LazyClient secure;

    /**
     * @param env the process's environment: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}
     * @param nanoTime as {@link System#nanoTime}
     */
    public HttpCalls(Map<String, String> env, LongSupplier nanoTime) {
        this(HEAD, env, nanoTime);
    }

    /** As the other, with another least time for the head of an answer. */
    HttpCalls(Duration head, Map<String, String> env, LongSupplier nanoTime) {
        this.head = head;
        this.nanoTime = nanoTime;
        this.plain = new LazyClient(false, env);
        this.secure = new LazyClient(true, env);
    }

    /**
     * Sends a call and returns when the head of the answer is here.
     *
     * @throws IOException if no answer came in time
     * @throws InterruptedException if the calling thread was interrupted; the call is given up
     */
    public HttpAnswer post(HttpCall call) throws IOException, InterruptedException {
        try {
            return send(call, request(call));
        } catch (IllegalArgumentException e) {
            throw new IOException("unusable address: " + call.uri(), e);
        }
    }

    /** As {@link #post}, but asks with GET, without a body. */
    public HttpAnswer get(HttpCall call) throws IOException, InterruptedException {
        try {
            return send(call, head(call).GET().build());
        } catch (IllegalArgumentException e) {
            throw new IOException("unusable address: " + call.uri(), e);
        }
    }

    private HttpAnswer send(HttpCall call, HttpRequest request) throws IOException, InterruptedException {
        var client = "https".equalsIgnoreCase(call.uri().getScheme()) ? secure : plain;
        var body = new AnswerBody(call.idle(), nanoTime);
        Future<HttpResponse<AnswerBody>> answer = client.get().sendAsync(request, _ -> body);
        var done = false;
        try {
            var response = answer.get(Math.max(call.idle().toMillis(), head.toMillis()), TimeUnit.MILLISECONDS);
            done = true;
            body.restart();
            return new HttpAnswer(response.statusCode(), response.headers(), body);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            if (!done) {
                answer.cancel(true);
                // The head may have come meanwhile, and then there is nothing left to cancel but the body.
                body.close();
            }
        }
    }

    private static HttpRequest.Builder head(HttpCall call) {
        var request = HttpRequest.newBuilder(call.uri());
        for (var header : call.headers().entrySet()) {
            request.header(header.getKey(), printable(header.getValue()));
        }
        return request;
    }

    private static HttpRequest request(HttpCall call) {
        return head(call)
                .POST(
                        call.length() == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofByteArrays(new BodyChunks(call.body())),
                                        call.length()))
                .build();
    }

    /** Drops characters that could end the line: a value never becomes a second header. */
    private static String printable(String value) {
        var clean = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if ((c >= ' ' && c != 0x7f && c <= 0xff) || c == '\t') {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** Loads what the first plain call would load, without using the network. */
    public void warm() {
        var idle = Duration.ofSeconds(1);
        request(new HttpCall(URI.create("http://localhost/"), Map.of("a", "b"), List.of(new byte[1]), idle));
        new AnswerBody(idle, nanoTime).close();
        plain.get();
    }

    /** Gives up calls that still run, and closes kept connections. */
    @Override
    public void close() {
        plain.close();
        secure.close();
    }
}
