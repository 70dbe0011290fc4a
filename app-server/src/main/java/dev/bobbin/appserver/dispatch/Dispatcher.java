package dev.bobbin.appserver.dispatch;

import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.connection.HandshakeException;
import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what one client sends, message by message, and passes it on. Belongs to one thread, which this keeps busy
 * until the client's input ends.
 */
public final class Dispatcher {
    private final Connection connection;
    private final Supplier<RequestRouter> router;
    private final Runnable onFirstMessage;

    /**
     * @param router made when first needed
     * @param onFirstMessage runs when the first message, usually the handshake, has been dealt with; the time for
     *     whatever would have delayed its answer
     */
    public Dispatcher(Connection connection, Supplier<RequestRouter> router, Runnable onFirstMessage) {
        this.connection = connection;
        this.router = router;
        this.onFirstMessage = onFirstMessage;
    }

    /** Serves the client until its input ends. */
    public void serve() throws InterruptedException {
        var isFirst = true;
        for (InputLine line; (line = connection.read()) != null; isFirst = false) {
            if (!isFirst || !initializes(line)) {
                dispatch(line);
            }
            if (isFirst) {
                onFirstMessage.run();
            }
        }
    }

    private void dispatch(InputLine line) {
        try {
            take(line);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Log.LOG.error("a message of {} bytes could not be dispatched", line.bytes().length, e);
        }
    }

    private void take(InputLine line) {
        JsonRpcMessage message;
        try {
            message = MessageReader.read(line);
        } catch (UnreadableRequestException e) {
            if (e.id() != null) {
                connection.refuse(e.id(), JsonRpcErrors.from(e.refusal()));
            }
            return;
        }
        // No switch over types: it would take the first one in the process longer than all else here together.
        if (message instanceof JsonRpcMessage.Request request) {
            router.get().dispatch(connection, request);
        } else if (message instanceof JsonRpcMessage.Response response) {
            connection.answered(response);
        } else if (message instanceof JsonRpcMessage.ErrorResponse response) {
            connection.answered(response);
        }
    }

    /** Answers an ordinary handshake by a short way. The router would answer the same, but must be loaded first. */
    private boolean initializes(InputLine line) {
        var request = InitializeRequest.read(line.bytes());
        if (request == null) {
            return false;
        }
        try {
            connection.initialize(request.id(), request.params());
            return true;
        } catch (HandshakeException e) {
            return false;
        }
    }

    /** The logger, made when there is something to log: making the first one takes longer than the handshake. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    }
}
