package dev.bobbin.appserver.model.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One socket to one server, used for one call at a time. */
final class HttpConnection {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_HEAD_BYTES = 256 * 1024;

    private final Socket socket;
    private final HttpOrigin origin;
    private final HttpPool pool;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private int headBytes;
    private boolean reusable;
    private boolean keep;
    private boolean answered;

    HttpConnection(Socket socket, HttpOrigin origin, HttpPool pool) throws IOException {
        this.socket = socket;
        this.origin = origin;
        this.pool = pool;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    HttpOrigin origin() {
        return origin;
    }

    /** Whether anything of the answer to the current call has arrived. */
    boolean answered() {
        return answered;
    }

    /** Whether the server will take another call on this connection once the body has been read. */
    boolean reusable() {
        return reusable;
    }

    void patience(Duration left) throws IOException {
        socket.setSoTimeout((int) Math.clamp(left.toMillis(), 1, Integer.MAX_VALUE));
    }

    /** Sends the request and waits for the head of the answer. */
    HttpAnswer exchange(byte[] head, HttpCall call) throws IOException {
        answered = false;
        keep = false;
        patience(call.idle());
        send(head, call);
        return readHead();
    }

    /** Joins the head with the first parts of the body, so that a usual request is few writes. */
    private void send(byte[] head, HttpCall call) throws IOException {
        var joined = new byte[BUFFER_BYTES];
        var used = 0;
        for (var i = -1; i < call.body().size(); i++) {
            var part = i < 0 ? head : call.body().get(i);
            if (used + part.length > joined.length) {
                out.write(joined, 0, used);
                used = 0;
            }
            if (part.length > joined.length) {
                out.write(part);
            } else {
                System.arraycopy(part, 0, joined, used, part.length);
                used += part.length;
            }
        }
        out.write(joined, 0, used);
        out.flush();
    }

    private HttpAnswer readHead() throws IOException {
        headBytes = 0;
        while (true) {
            var statusLine = line();
            var status = status(statusLine);
            var headers = headers();
            if (status >= 100 && status < 200) {
                continue;
            }
            var persistent = !statusLine.startsWith("HTTP/1.0") && !hasToken(headers, "connection", "close");
            reusable = persistent;
            return new HttpAnswer(status, headers, body(status, headers, persistent), this);
        }
    }

    private static int status(String line) throws IOException {
        if (line.startsWith("HTTP/1.") && line.length() >= 12) {
            try {
                return Integer.parseInt(line.substring(9, 12));
            } catch (NumberFormatException e) {
                throw new ProtocolException("unexpected status line: " + line);
            }
        }
        throw new ProtocolException("unexpected status line: " + line);
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private InputStream body(int status, Map<String, String> headers, boolean persistent) throws IOException {
        if (status == 204 || status == 304) {
            return new BodyStream(this, 0, persistent);
        }
        if (hasToken(headers, "transfer-encoding", "chunked")) {
            return new ChunkedStream(this, persistent);
        }
        var length = headers.get("content-length");
        if (length == null) {
            return new BodyStream(this, BodyStream.UNTIL_CLOSE, false);
        }
        try {
            return new BodyStream(this, Math.max(0, Long.parseLong(length)), persistent);
        } catch (NumberFormatException e) {
            throw new ProtocolException("unexpected content-length: " + length);
        }
    }

    private static boolean hasToken(Map<String, String> headers, String name, String token) {
        var value = headers.get(name);
        return value != null && value.toLowerCase(Locale.ROOT).contains(token);
    }

    /** A line of the head or between chunks, without its end. */
    String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            var b = read();
            if (b < 0) {
                throw new EOFException("connection closed before the answer was complete");
            }
            if (b == '\n') {
                var end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            if (++headBytes > MAX_HEAD_BYTES) {
                throw new ProtocolException("head of the answer is too long");
            }
            line.append((char) b);
        }
    }

    private int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        var count = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(0, count);
        answered |= count > 0;
        return count > 0;
    }

    /** What is there, at most {@code length} bytes; blocks for the first one; -1 when the server has closed. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        var count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Forgets how much of the head was read, so that a long chunked body does not count as one. */
    void betweenChunks() {
        headBytes = 0;
    }

    /** The body was read to its end: the connection may serve another call. */
    void bodyDone(boolean persistent) {
        keep = persistent && position == limit;
    }

    void release() {
        if (keep) {
            keep = false;
            pool.keep(this);
        } else {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The socket is given up either way.
            keep = false;
        }
    }

    static byte[] ascii(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
