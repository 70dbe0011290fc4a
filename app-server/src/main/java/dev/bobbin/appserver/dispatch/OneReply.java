package dev.bobbin.appserver.dispatch;

import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.telemetry.Observer.RequestWatch;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.RequestId;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reply that sends the first answer it is given, and an internal error when nobody can give one any more. */
final class OneReply<R> implements Reply<R> {
    private static final Logger LOG = LoggerFactory.getLogger(OneReply.class);

    /** Watches replies that were kept beyond their handler; made when the first one is. */
    private static final class Forgotten {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /** What the watch holds on to; must not reach the reply itself. */
    private record Target(
            Connection connection,
            RequestId id,
            String method,
            AtomicInteger unanswered,
            @Nullable RequestWatch watch,
            AtomicBoolean answered)
            implements Runnable {
        @Override
        public void run() {
            if (take()) {
                LOG.error("nobody answered {}", method);
                refuse(JsonRpcErrors.from(new RequestException.Internal("internal error", "no_answer")));
            }
        }

        private boolean take() {
            return answered.compareAndSet(false, true);
        }

        private void refuse(JsonRpcError error) {
            connection.refuse(id, error);
            ended(error.code());
        }

        private void ended(int errorCode) {
            unanswered.decrementAndGet();
            if (watch != null) {
                watch.ended(errorCode);
            }
        }
    }

    private final Target target;

    /**
     * @param unanswered counts this reply until its answer is out
     * @param watch told when it is; null if nobody looks
     */
    OneReply(
            Connection connection,
            RequestId id,
            String method,
            AtomicInteger unanswered,
            @Nullable RequestWatch watch) {
        this.target = new Target(connection, id, method, unanswered, watch, new AtomicBoolean());
        unanswered.incrementAndGet();
    }

    @Override
    public void ok(R result) {
        if (!target.take()) {
            return;
        }
        try {
            target.connection().respond(target.id(), result);
            target.ended(0);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            refuse(e);
        }
    }

    @Override
    public void fail(RuntimeException failure) {
        failWith(failure);
    }

    /** As {@link #fail}, for everything that a handler may throw. */
    void failWith(Throwable failure) {
        if (target.take()) {
            refuse(failure);
        } else if (JsonRpcErrors.isFault(failure)) {
            LOG.error("{} failed after it was answered", target.method(), failure);
        }
    }

    /** Sends an error that is made already. */
    void fail(JsonRpcError error) {
        if (target.take()) {
            target.refuse(error);
        }
    }

    /** To be called when the handler has returned: from now on, losing the reply means answering with an error. */
    void handlerReturned() {
        if (!target.answered().get()) {
            Forgotten.CLEANER.register(this, target);
        }
    }

    private void refuse(Throwable failure) {
        if (JsonRpcErrors.isFault(failure)) {
            LOG.error("{} failed", target.method(), failure);
        }
        target.refuse(JsonRpcErrors.from(failure));
    }
}
