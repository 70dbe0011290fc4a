package dev.bobbin.appserver.model.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, and keeps a few idle connections for the next ones. Thread-safe; calls block, so make them on virtual
 * threads: interrupting such a thread closes its socket and ends the call.
 */
public final class HttpPool implements AutoCloseable {
    private static final int MAX_IDLE = 8;
    private static final Duration IDLE_FOR = Duration.ofSeconds(50);
    private static final int CONNECT_MILLIS = 30_000;
    private static final int MAX_REDIRECTS = 10;

    private record Idle(HttpConnection connection, long sinceMillis) {}

    private final InstantSource clock;
    private final HttpProxies proxies;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param env the process's environment: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY} */
    public HttpPool(InstantSource clock, Map<String, String> env) {
        this.clock = clock;
        this.proxies = new HttpProxies(env);
    }

    /**
     * Sends a call and returns when the head of the answer is here.
     *
     * <p>A kept connection that the server has closed meanwhile is replaced without a word. Redirects that keep the
     * method (307, 308) are followed.
     *
     * @throws IOException if no answer came
     * @throws InterruptedException if the calling virtual thread was interrupted; the connection is closed
     */
    public HttpAnswer post(HttpCall call) throws IOException, InterruptedException {
        try {
            var next = call;
            for (var hops = 0; hops <= MAX_REDIRECTS; hops++) {
                var answer = once(next);
                var location = answer.header("location");
                if (location == null || (answer.status() != 307 && answer.status() != 308)) {
                    return answer;
                }
                answer.close();
                next = redirected(next, location);
            }
            throw new ProtocolException("too many redirects");
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("unusable address: " + call.uri());
        }
    }

    /** Only the same server gets to see the headers, which carry the key. */
    private static HttpCall redirected(HttpCall call, String location) throws IOException {
        try {
            var target = call.uri().resolve(location);
            if (!HttpOrigin.of(target).equals(HttpOrigin.of(call.uri()))) {
                throw new ProtocolException("redirect to another server");
            }
            return new HttpCall(target, call.headers(), call.body(), call.idle());
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("unusable redirect: " + location);
        }
    }

    private HttpAnswer once(HttpCall call) throws IOException {
        var origin = HttpOrigin.of(call.uri());
        var head = head(call, origin);
        var kept = take(origin);
        if (kept != null) {
            try {
                return exchange(kept, head, call);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (SocketException | EOFException e) {
                if (kept.answered() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
        return exchange(connect(origin), head, call);
    }

    private static HttpAnswer exchange(HttpConnection connection, byte[] head, HttpCall call) throws IOException {
        var done = false;
        try {
            var answer = connection.exchange(head, call);
            done = true;
            return answer;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private byte[] head(HttpCall call, HttpOrigin origin) {
        var head = new StringBuilder(512);
        head.append("POST ").append(proxies.target(origin, call.uri())).append(" HTTP/1.1\r\n");
        header(head, "host", origin.authority());
        for (var header : call.headers().entrySet()) {
            header(head, header.getKey(), header.getValue());
        }
        var proxy = proxies.of(origin);
        if (proxy != null && proxy.credentials() != null && !origin.secure()) {
            header(head, "proxy-authorization", proxy.credentials());
        }
        header(head, "content-length", Long.toString(call.length()));
        return HttpConnection.ascii(head.append("\r\n"));
    }

    /** Characters that could end the line are dropped: a value never becomes a second header. */
    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ");
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c >= ' ' && c != 0x7f && c <= 0xff || c == '\t') {
                head.append(c);
            }
        }
        head.append("\r\n");
    }

    static String pathAndQuery(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private HttpConnection connect(HttpOrigin origin) throws IOException {
        var proxy = proxies.of(origin);
        var via = proxy == null ? origin : proxy.origin();
        var socket = new Socket();
        var done = false;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(via.socketHost(), via.port()), CONNECT_MILLIS);
            var ready = origin.secure() ? secured(socket, origin, proxy) : socket;
            var connection = new HttpConnection(ready, origin, this);
            done = true;
            return connection;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    private static Socket secured(Socket socket, HttpOrigin origin, HttpProxies.@Nullable Proxy proxy)
            throws IOException {
        socket.setSoTimeout(CONNECT_MILLIS);
        if (proxy != null) {
            HttpProxies.tunnel(socket, origin, proxy);
        }
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secure = (SSLSocket) factory.createSocket(socket, origin.socketHost(), origin.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private synchronized @Nullable HttpConnection take(HttpOrigin origin) {
        expire();
        for (Iterator<Idle> kept = idle.descendingIterator(); kept.hasNext(); ) {
            var connection = kept.next().connection();
            if (connection.origin().equals(origin)) {
                kept.remove();
                return connection;
            }
        }
        return null;
    }

    synchronized void keep(HttpConnection connection) {
        expire();
        if (closed) {
            connection.close();
            return;
        }
        if (idle.size() == MAX_IDLE) {
            idle.removeFirst().connection().close();
        }
        idle.addLast(new Idle(connection, clock.millis()));
    }

    private void expire() {
        var oldest = clock.millis() - IDLE_FOR.toMillis();
        while (!idle.isEmpty() && idle.getFirst().sinceMillis() < oldest) {
            idle.removeFirst().connection().close();
        }
    }

    /** Closes idle connections. Calls that run are not touched; their connections are closed when they end. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!idle.isEmpty()) {
            idle.removeFirst().connection().close();
        }
    }
}
