package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something for the owner of a live thread to do. Commands run one at a time, in the order they were told. */
sealed interface ThreadCommand {
    /** Does the work; called on the owner's thread only. */
    void run(LoadedThread thread);

    /** The thread has ended before the work was begun. Called at most once, instead of {@link #run}. */
    void refuse(RuntimeException why);

    /**
     * A client's request. The work answers it, now or later, exactly once; when it throws, the throwable is the answer.
     *
     * @param <R> the response
     */
    record Request<R>(Reply<R> reply, OwnerWork<R> work) implements ThreadCommand {
        @Override
        public void run(LoadedThread thread) {
            try {
                work.run(thread, reply);
            } catch (RuntimeException e) {
                reply.fail(e);
            } catch (StackOverflowError | OutOfMemoryError e) {
                reply.fail(ThreadErrors.atLimits(e));
            }
        }

        @Override
        public void refuse(RuntimeException why) {
            reply.fail(why);
        }
    }

    /**
     * Work for which somebody waits.
     *
     * @param <T> what the work gives back
     */
    record Call<T>(Function<LoadedThread, @Nullable T> work, Ticket<T> ticket) implements ThreadCommand {
        @Override
        public void run(LoadedThread thread) {
            try {
                ticket.complete(work.apply(thread));
            } catch (RuntimeException e) {
                ticket.fail(e);
            } catch (StackOverflowError | OutOfMemoryError e) {
                ticket.fail(ThreadErrors.atLimits(e));
            }
        }

        @Override
        public void refuse(RuntimeException why) {
            ticket.fail(why);
        }
    }

    /** Work for which nobody waits. What the thread no longer hears, it need not know. */
    record Tell(Consumer<LoadedThread> work) implements ThreadCommand {
        @Override
        public void run(LoadedThread thread) {
            work.accept(thread);
        }

        @Override
        public void refuse(RuntimeException why) {}
    }

    /**
     * What a request does on the owner's thread.
     *
     * @param <R> the response
     */
    interface OwnerWork<R> {
        void run(LoadedThread thread, Reply<R> reply);
    }
}
