package dev.bobbin.appserver.dispatch;

import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.connection.HandshakeException;
import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
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
            dispatch(line);
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
            if (!initializes(request)) {
                router.get().dispatch(connection, request);
            }
        } else if (message instanceof JsonRpcMessage.Response response) {
            connection.answered(response);
        } else if (message instanceof JsonRpcMessage.ErrorResponse response) {
            connection.answered(response);
        }
    }

    /**
     * Answers a handshake that has nothing unusual about it. It goes round the router, which would answer the same, but
     * needs many more classes; clients wait for this answer and for no other.
     */
    private boolean initializes(JsonRpcMessage.Request request) {
        if (!request.method().equals("initialize")) {
            return false;
        }
        try {
            connection.initialize(request.id(), WireJson.decodeParams(request.params(), InitializeParams.class));
            return true;
        } catch (InvalidParamsException | HandshakeException e) {
            return false;
        }
    }

    /** The logger, made when there is something to log: making the first one takes longer than the handshake. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    }
}
