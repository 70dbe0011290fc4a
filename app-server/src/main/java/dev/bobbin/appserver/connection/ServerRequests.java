package dev.bobbin.appserver.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The requests that this process has asked its clients and that are still open. One for all connections, because a
 * request may be sent to a second client under the same id. Safe for use from many threads.
 */
public final class ServerRequests {
    private final AtomicLong nextId = new AtomicLong();
    private final Map<Long, Open<?>> open = new ConcurrentHashMap<>();

    <P, R> PendingRequest ask(Connection connection, Method<P, R> method, P params, AnswerHandler<R> onAnswer) {
        var id = nextId.getAndIncrement();
        var request = new Open<>(id, method.response(), WireJson.request(RequestId.of(id), method, params), onAnswer);
        open.put(id, request);
        request.sendTo(connection);
        return request;
    }

    /** Takes a client's result. Ids that are not open are ignored. */
    void result(RequestId id, JsonNode result) {
        var request = take(id);
        if (request != null) {
            request.finish(result);
        }
    }

    /** Takes a client's refusal. Ids that are not open are ignored. */
    void error(RequestId id, JsonRpcError error) {
        var request = take(id);
        if (request != null) {
            request.end(new Answer.Refused<>(error));
        }
    }

    /** Ends the requests that nobody but this connection could still answer. */
    void closed(Connection connection) {
        for (var request : open.values()) {
            if (request.lose(connection) && open.remove(request.id(), request)) {
                request.end(new Answer.Gone<>());
            }
        }
    }

    @SuppressWarnings("NullAway") // remove() of the map gives null for an id that is not open
    private Open<?> take(RequestId id) {
        return switch (id) {
            case RequestId.Number number -> open.remove(number.value());
            case RequestId.Text text -> null;
        };
    }

    private final class Open<R> implements PendingRequest {
        private final long id;
        private final Class<R> type;
        private final byte[] line;
        private final AnswerHandler<R> onAnswer;
        private final Set<Connection> asked = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Open(long id, Class<R> type, byte[] line, AnswerHandler<R> onAnswer) {
            this.id = id;
            this.type = type;
            this.line = line;
            this.onAnswer = onAnswer;
        }

        private void sendTo(Connection connection) {
            asked.add(connection);
            connection.sendLine(line);
            if (!connection.isOpen()) {
                closed(connection);
            }
        }

        private boolean lose(Connection connection) {
            return asked.remove(connection) && asked.isEmpty();
        }

        private void finish(JsonNode result) {
            R value;
            try {
                value = WireJson.decode(result, type);
            } catch (InvalidParamsException e) {
                end(new Answer.Rubbish<>(String.valueOf(e.getMessage())));
                return;
            }
            end(new Answer.Result<>(value));
        }

        private void end(Answer<?> answer) {
            if (ended.compareAndSet(false, true)) {
                @SuppressWarnings("unchecked") // a Result is only made by finish(), with this request's own type
                var typed = (Answer<R>) answer;
                onAnswer.onAnswer(typed);
            }
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public void resendTo(ClientConnection other) {
            if (!ended.get() && other instanceof Connection connection) {
                sendTo(connection);
            }
        }

        @Override
        public boolean cancel() {
            open.remove(id);
            return ended.compareAndSet(false, true);
        }
    }
}
