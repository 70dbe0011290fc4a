package dev.bobbin.appserver.listen;

import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open port or socket that lets clients in. Its few threads never wait for a client or for the server, so that their
 * number does not grow with that of the clients.
 */
public final class SocketListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    private static final int MOST_THREADS = 8;
    private static final long STOP_MILLIS = 500;

    private final Server server;
    private final @Nullable InetSocketAddress bound;

    private SocketListener(Server server, @Nullable InetSocketAddress bound) {
        this.server = server;
        this.bound = bound;
    }

    /**
     * Opens a port.
     *
     * @param onConnected told of each client; must not block
     * @throws ListenException if it cannot be opened, or if others than this machine could connect without a token
     */
    public static SocketListener open(ListenAddress.Tcp where, Admission admission, Consumer<Transport> onConnected)
            throws ListenException {
        var address = where.address();
        if (!where.isLoopback() && admission instanceof Admission.Everybody) {
            throw new ListenException("refusing to start non-loopback websocket listener " + text(address)
                    + " without auth; configure `--ws-auth capability-token` or `--ws-auth signed-bearer-token`");
        }
        var server = newServer();
        var connector = new ServerConnector(server, 1, 1, http()) {
            @Override
            protected void configure(Socket socket) {
                super.configure(socket);
                keepAlive(socket);
            }
        };
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        equip(server, connector, true, admission, onConnected);
        try {
            start(server);
        } catch (Exception e) {
            throw new ListenException("failed to listen on ws://" + text(address) + ": "
                    + reason(e, "Address already in use (os error 98)"));
        }
        return new SocketListener(server, new InetSocketAddress(address.getAddress(), connector.getLocalPort()));
    }

    /** Without it, a client whose machine has vanished would be kept for ever. */
    private static void keepAlive(Socket socket) {
        try {
            socket.setKeepAlive(true);
        } catch (SocketException e) {
            LOG.debug("a connection is not watched for its end", e);
        }
    }

    /**
     * Opens a socket in the file system, which lets its user's clients in and nobody else's.
     *
     * @param codexHome in which it is, unless {@code where} says otherwise
     * @param onConnected told of each client; must not block
     * @throws ListenException if it cannot be opened
     */
    public static SocketListener open(ListenAddress.Unix where, Path codexHome, Consumer<Transport> onConnected)
            throws ListenException {
        var path = where.path() == null
                ? ControlSocket.defaultPath(codexHome)
                : where.path().toAbsolutePath();
        var server = newServer();
        var connector = new UnixDomainServerConnector(server, 1, 1, http());
        try {
            connector.setUnixDomainPath(path);
            equip(server, connector, false, new Admission.Everybody(), onConnected);
            ControlSocket.at(path, codexHome).open(() -> start(server));
        } catch (ListenException e) {
            throw e;
        } catch (Exception e) {
            throw new ListenException("failed to listen on " + path + ": " + reason(e, "Address already in use"));
        }
        return new SocketListener(server, null);
    }

    private static Server newServer() {
        var threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("listener");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        var server = new Server(threads);
        server.setStopTimeout(STOP_MILLIS);
        return server;
    }

    private static HttpConnectionFactory http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        return new HttpConnectionFactory(http);
    }

    private static void equip(
            Server server,
            AbstractConnector connector,
            boolean refusesOrigins,
            Admission admission,
            Consumer<Transport> onConnected) {
        server.addConnector(connector);
        var sockets = new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
        server.setHandler(new Door(refusesOrigins, admission, Clock.systemUTC(), sockets, onConnected));
    }

    private static void start(Server server) throws Exception {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw e;
        }
    }

    private static String reason(Exception failure, String inUse) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("in use")) {
                return inUse;
            }
        }
        var cause = failure instanceof IOException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    /** What to tell the person who started the server, in lines: the port it is on, above all. */
    public List<String> announcement() {
        if (bound == null) {
            return List.of();
        }
        var address = text(bound);
        var note = bound.getAddress().isLoopbackAddress()
                ? "binds localhost only (use SSH port-forwarding for remote access)"
                : "websocket auth is required for non-localhost listeners";
        return List.of(
                "codex app-server (WebSockets)",
                "  listening on: ws://" + address,
                "  readyz: http://" + address + "/readyz",
                "  healthz: http://" + address + "/healthz",
                "  note: " + note);
    }

    /** The port that is open; null for a socket in the file system. */
    public @Nullable InetSocketAddress bound() {
        return bound;
    }

    private static String text(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + shortened(host) + "]" : host) + ":" + address.getPort();
    }

    /** Java writes out what all others shorten. */
    private static String shortened(String host) {
        return switch (host) {
            case "0:0:0:0:0:0:0:1" -> "::1";
            case "0:0:0:0:0:0:0:0" -> "::";
            default -> host;
        };
    }

    /** Lets nobody in any more and cuts the connections that are still open. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the listener did not stop in order", e);
        }
    }
}
