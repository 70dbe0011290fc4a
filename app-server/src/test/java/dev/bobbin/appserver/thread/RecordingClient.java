package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.Answer;
import dev.bobbin.appserver.connection.AnswerHandler;
import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.connection.PendingRequest;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.Notification;
import dev.bobbin.protocol.v2.handshake.ClientInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that keeps what it hears, in order, responses included. */
final class RecordingClient implements ClientConnection {
    private static final long PATIENCE_SECONDS = 10;

    final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    final List<Asked<?>> asked = new ArrayList<>();

    /** A notification, or a response under the name {@code response}. */
    record Heard(String method, Object params) {}

    /** A request of the server's. */
    record Asked<R>(String method, Object params, AnswerHandler<R> onAnswer) {
        void answer(R result) {
            onAnswer.onAnswer(new Answer.Result<>(result));
        }
    }

    /** Waits for the next thing heard under a name and returns all that came until then, it included. */
    List<Heard> until(String method) throws InterruptedException {
        var all = new ArrayList<Heard>();
        while (true) {
            var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("waited for " + method + ", heard " + all);
            }
            all.add(next);
            if (next.method().equals(method)) {
                return all;
            }
        }
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public ClientInfo client() {
        return new ClientInfo("test", null, "1");
    }

    @Override
    public boolean experimentalApi() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public <N> void notify(Notification<N> method, N params) {
        heard.add(new Heard(method.name(), params));
    }

    @Override
    public void send(EncodedNotification notification) {
        heard.add(new Heard(notification.method(), notification.params()));
    }

    @Override
    public <P, R> PendingRequest ask(Method<P, R> method, P params, AnswerHandler<R> onAnswer) {
        asked.add(new Asked<>(method.name(), params, onAnswer));
        heard.add(new Heard("asked " + method.name(), params));
        return new Pending(params, method.name());
    }

    @Override
    public void onClose(Runnable action) {}

    private record Pending(Object params, String method) implements PendingRequest {
        @Override
        public long id() {
            return 7;
        }

        @Override
        public void resendTo(ClientConnection other) {
            ((RecordingClient) other).heard.add(new Heard("asked again " + method, params));
        }

        @Override
        public boolean cancel() {
            return true;
        }
    }

    /** Takes an answer and lets the client hear it in its place among the notifications. */
    <R> RecordingReply<R> reply() {
        return new RecordingReply<>(this);
    }

    static final class RecordingReply<R> implements dev.bobbin.appserver.dispatch.Reply<R> {
        private final RecordingClient client;
        private final Ticket<R> ticket = new Ticket<>();

        RecordingReply(RecordingClient client) {
            this.client = client;
        }

        @Override
        public void ok(R result) {
            client.heard.add(new Heard("response", result));
            ticket.complete(result);
        }

        @Override
        public void fail(RuntimeException failure) {
            client.heard.add(new Heard("error", failure));
            ticket.fail(failure);
        }

        @Nullable
        R get() throws InterruptedException {
            return ticket.await();
        }
    }
}
