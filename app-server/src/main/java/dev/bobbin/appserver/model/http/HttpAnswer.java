package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The answer to a call: its head, and its body as it comes. To be closed. */
public final class HttpAnswer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofMillis(5);

    private final int status;
    private final HttpHeaders headers;
    private final AnswerBody body;

    HttpAnswer(int status, HttpHeaders headers, AnswerBody body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first value of a header; names in any case. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public AnswerBody body() {
        return body;
    }

    /**
     * Reads what little is left after everything that matters has come, so that the connection can serve the next call.
     * Gives up after a few milliseconds; throws nothing.
     */
    public void drain() {
        if ("close".equalsIgnoreCase(header("connection"))) {
            return;
        }
        body.patience(DRAIN);
        var rest = new byte[1024];
        try {
            var left = 0;
            do {
                left = body.read(rest, 0, rest.length);
            } while (left >= 0);
        } catch (IOException e) {
            body.close();
        }
    }

    /** Keeps the connection for the next call if the body was read to its end; gives it up otherwise. Never blocks. */
    @Override
    public void close() {
        body.close();
    }
}
