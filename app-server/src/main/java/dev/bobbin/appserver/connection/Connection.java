package dev.bobbin.appserver.connection;

import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.appserver.transport.Transport;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.Notification;
import dev.bobbin.protocol.v2.handshake.ClientInfo;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client and everything that is particular to it.
 *
 * <p>{@link #read} and {@link #initialize} belong to the one thread that dispatches this client's messages; the rest
 * may be called from any thread.
 */
public final class Connection implements ClientConnection, AutoCloseable {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final Transport transport;
    private final Handshake handshake;
    private final ServerRequests serverRequests;
    private final Outbox outbox;
    private final Object closing = new Object();

    private volatile @Nullable Capabilities capabilities;
    private volatile boolean open = true;

    // Guarded by closing.
    private final List<Runnable> onClose = new ArrayList<>();

    private Connection(Transport transport, Handshake handshake, ServerRequests serverRequests, OutboxPolicy policy) {
        this.transport = transport;
        this.handshake = handshake;
        this.serverRequests = serverRequests;
        this.outbox = new Outbox(transport, policy, "client-" + id + "-out", this::close);
    }

    /** Takes a transport over and starts its writer. */
    public static Connection open(
            Transport transport, Handshake handshake, ServerRequests serverRequests, OutboxPolicy policy) {
        var connection = new Connection(transport, handshake, serverRequests, policy);
        connection.outbox.start();
        return connection;
    }

    /** Waits for the next line, and for room in the outbox where the client has left it full; null at the end. */
    public @Nullable InputLine read() throws InterruptedException {
        return outbox.awaitRoom() ? transport.read() : null;
    }

    /**
     * Completes the handshake and answers {@code request}. Nothing else is sent to the client before that answer.
     *
     * @throws HandshakeException if it was completed before, or the client's name cannot be used
     */
    public void initialize(RequestId request, InitializeParams params) {
        if (capabilities != null) {
            throw new HandshakeException("Already initialized", "already_initialized");
        }
        outbox.put(InitializeText.response(request, handshake.answer(params)));
        capabilities = Capabilities.of(params);
    }

    /**
     * Checks that the handshake is complete.
     *
     * @throws HandshakeException if it is not
     */
    public void requireInitialized() {
        if (capabilities == null) {
            throw new HandshakeException("Not initialized", "not_initialized");
        }
    }

    /** Whether the handshake is complete. */
    public boolean isInitialized() {
        return capabilities != null;
    }

    /** Whether the client leaves so much unread that its requests should be turned away. */
    public boolean isOverloaded() {
        return outbox.refusesRequests();
    }

    /** Sends the result of a request. */
    public void respond(RequestId request, Object result) {
        outbox.put(WireJson.response(request, result));
    }

    /** Sends the refusal of a request. */
    public void refuse(RequestId request, JsonRpcError error) {
        outbox.put(WireJson.error(request, error));
    }

    /** Takes the client's answer to a request of ours. Answers that nobody waits for are ignored. */
    public void answered(JsonRpcMessage.Response response) {
        serverRequests.result(response.id(), response.result());
    }

    /** Takes the client's refusal of a request of ours. */
    public void answered(JsonRpcMessage.ErrorResponse response) {
        serverRequests.error(response.id(), response.error());
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public ClientInfo client() {
        return known().client();
    }

    @Override
    public boolean experimentalApi() {
        var known = capabilities;
        return known != null && known.experimentalApi();
    }

    private Capabilities known() {
        var known = capabilities;
        if (known == null) {
            throw new IllegalStateException("the client has not introduced itself");
        }
        return known;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public <N> void notify(Notification<N> method, N params) {
        send(EncodedNotification.of(method, params));
    }

    @Override
    public void send(EncodedNotification notification) {
        var known = capabilities;
        if (!open || known == null || known.optedOut().contains(notification.method())) {
            return;
        }
        if (notification.isDelta()) {
            outbox.putDelta(notification.line());
        } else {
            outbox.putUnasked(notification.line());
        }
    }

    /** Sends a line that is encoded already, without its end. */
    void sendLine(byte[] line) {
        outbox.putUnasked(line);
    }

    @Override
    public <P, R> PendingRequest ask(Method<P, R> method, P params, AnswerHandler<R> onAnswer) {
        return serverRequests.ask(this, method, params, onAnswer);
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (closing) {
            if (open) {
                onClose.add(action);
                return;
            }
        }
        action.run();
    }

    /** Writes what waits, for at most {@code wait}, then closes. Returns whether all of it was written. */
    public boolean finish(Duration wait) throws InterruptedException {
        try {
            return outbox.finish(wait);
        } finally {
            close();
        }
    }

    /** Closes at once; what waits to be written is lost. Requests that only this client could answer end. */
    @Override
    public void close() {
        List<Runnable> actions;
        synchronized (closing) {
            if (!open) {
                return;
            }
            open = false;
            actions = List.copyOf(onClose);
            onClose.clear();
        }
        transport.close();
        outbox.abandon();
        serverRequests.closed(this);
        actions.forEach(Runnable::run);
    }
}
