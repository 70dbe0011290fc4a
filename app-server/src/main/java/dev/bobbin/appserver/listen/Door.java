package dev.bobbin.appserver.listen;

import dev.bobbin.appserver.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

/**
 * What is answered over HTTP. Two paths say that the server is up; on every other one a client may turn its connection
 * into a websocket, if it is let in.
 */
final class Door extends Handler.Abstract.NonBlocking {
    private final boolean refusesOrigins;
    private final Admission admission;
    private final Clock clock;
    private final WebSocketMappings sockets;
    private final WebSocketNegotiator newClient;

    /**
     * @param refusesOrigins whether requests that a web page caused are refused. Browsers name the page in {@code Origin},
     *     and any page may reach a port of this machine
     * @param onConnected told of each client that was let in
     */
    Door(
            boolean refusesOrigins,
            Admission admission,
            Clock clock,
            WebSocketMappings sockets,
            Consumer<Transport> onConnected) {
        this.refusesOrigins = refusesOrigins;
        this.admission = admission;
        this.clock = clock;
        this.sockets = sockets;
        this.newClient = (_, response, _) -> {
            response.setExtensions(List.of());
            return new SocketTransport(onConnected);
        };
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (refusesOrigins && request.getHeaders().contains(HttpHeader.ORIGIN)) {
            return answer(response, callback, HttpStatus.FORBIDDEN_403, null);
        }
        var path = Request.getPathInContext(request);
        if (path.equals("/healthz") || path.equals("/readyz")) {
            return tellHealth(request, response, callback);
        }
        if (!request.getMethod().equals("GET")) {
            return answer(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Request method must be `GET`");
        }
        if (!request.getHeaders().contains(HttpHeader.CONNECTION, "upgrade")) {
            return answer(
                    response, callback, HttpStatus.BAD_REQUEST_400, "Connection header did not include 'upgrade'");
        }
        var refusal = admission.refusalOf(request.getHeaders().get(HttpHeader.AUTHORIZATION), clock.instant());
        if (refusal != null) {
            return answer(response, callback, HttpStatus.UNAUTHORIZED_401, refusal);
        }
        return sockets.upgrade(newClient, request, response, callback, Door::configure)
                || answer(response, callback, HttpStatus.BAD_REQUEST_400, "the request cannot become a websocket");
    }

    /** Messages have no limit of the library's: the transport cuts those that are too long. Idle clients may stay. */
    private static void configure(Configuration socket) {
        socket.setIdleTimeout(Duration.ZERO);
        socket.setAutoFragment(true);
        socket.setMaxFrameSize(0);
        socket.setMaxTextMessageSize(0);
        socket.setMaxBinaryMessageSize(0);
    }

    private static boolean tellHealth(Request request, Response response, Callback callback) {
        var method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            return answer(response, callback, HttpStatus.OK_200, null);
        }
        response.getHeaders().put(HttpHeader.ALLOW, "GET,HEAD");
        return answer(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, null);
    }

    private static boolean answer(Response response, Callback callback, int status, @Nullable String text) {
        response.setStatus(status);
        var body = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (text != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
