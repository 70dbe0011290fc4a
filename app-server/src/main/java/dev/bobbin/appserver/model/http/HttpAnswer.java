package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a call: its head, and its body as it comes. Close it; reading the body to its end keeps the connection. */
public final class HttpAnswer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofMillis(5);
    private static final int MAX_DRAIN_READS = 4;

    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;
    private final HttpConnection connection;

    HttpAnswer(int status, Map<String, String> headers, InputStream body, HttpConnection connection) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.connection = connection;
    }

    public int status() {
        return status;
    }

    /** The last value of a header; names in any case. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** All headers, names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    public InputStream body() {
        return body;
    }

    /** Changes how long each further read of the body may take; {@link java.net.SocketTimeoutException} after that. */
    public void patience(Duration left) throws IOException {
        connection.patience(left);
    }

    /**
     * Reads what little is left after everything that matters has come, so that the connection can serve the next call.
     * Gives up after a few milliseconds; throws nothing.
     */
    public void drain() {
        if (!connection.reusable()) {
            return;
        }
        try {
            patience(DRAIN);
            var rest = new byte[1024];
            for (var reads = 0; reads < MAX_DRAIN_READS && body.read(rest) >= 0; reads++) {
                patience(DRAIN);
            }
        } catch (IOException e) {
            connection.close();
        }
    }

    /** Keeps the connection for the next call if the body was read to its end, closes it otherwise. Never blocks. */
    @Override
    public void close() {
        connection.release();
    }
}
