package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner of one live thread: a virtual thread that runs what it is told, one command at a time.
 *
 * <p>Anyone may tell it things. It never waits for a turn: turns run on threads of their own and report back as commands.
 * Once it has ended, every command is refused, the ones already waiting included; none is lost without an answer.
 */
final class ThreadActor {
    /** Commands that may wait. Beyond this, clients are told to retry later, and a running turn pauses. */
    static final int MAILBOX_CAPACITY = 1_024;

    /** How often somebody who waits for a turn looks whether the thread was closed instead. */
    private static final long ENDED_CHECK_MILLIS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ThreadActor.class);

    private final BlockingQueue<ThreadCommand> mailbox = new ArrayBlockingQueue<>(MAILBOX_CAPACITY);
    private final String threadId;
    private final LoadedThread thread;
    private final Thread owner;
    private volatile boolean ended;

    ThreadActor(String threadId, LoadedThread thread) {
        this.threadId = threadId;
        this.thread = thread;
        this.owner = Thread.ofVirtual().name("thread-" + threadId).unstarted(this::work);
    }

    void start() {
        owner.start();
    }

    String threadId() {
        return threadId;
    }

    boolean isEphemeral() {
        return thread.ephemeral();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Hands over a client's request and returns at once. A full mailbox refuses it. */
    <R> void request(Reply<R> reply, ThreadCommand.OwnerWork<R> work) {
        var command = new ThreadCommand.Request<>(reply, work);
        if (!mailbox.offer(command)) {
            reply.fail(new RequestException.Overloaded());
            return;
        }
        refuseIfEnded(command);
    }

    /** Runs work on the owner's thread and waits for its result, whatever happens to this thread meanwhile. */
    <T> @Nullable T call(Function<LoadedThread, @Nullable T> work) {
        if (Thread.currentThread() == owner) {
            return work.apply(thread);
        }
        var ticket = new Ticket<T>();
        put(new ThreadCommand.Call<>(work, ticket));
        return ticket.awaitWhateverHappens();
    }

    /** Hands over work for which nobody waits; blocks while the mailbox is full. */
    void tell(Consumer<LoadedThread> work) {
        put(new ThreadCommand.Tell(work));
    }

    /** As {@link #tell}, for callers that must not block: with a full mailbox a thread of its own waits instead. */
    void tellSoon(Consumer<LoadedThread> work) {
        var command = new ThreadCommand.Tell(work);
        if (mailbox.offer(command)) {
            refuseIfEnded(command);
        } else {
            Thread.ofVirtual().name("late-" + threadId).start(() -> put(command));
        }
    }

    /** Whether a turn runs, as far as clients were told. */
    boolean isBusy() {
        return !ended && status() instanceof ThreadStatus.Active;
    }

    /** Waits until the turn that runs, if one does, has ended. */
    void awaitTurn() throws InterruptedException {
        var over = new CountDownLatch(1);
        tellSoon(thread -> thread.runWhenIdle(over::countDown));
        while (!over.await(ENDED_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (ended) {
                return;
            }
        }
    }

    /** The status as clients were last told; from any thread. */
    ThreadStatus status() {
        return thread.status();
    }

    /** Waits until the owner has ended. */
    void join() throws InterruptedException {
        owner.join();
    }

    private void put(ThreadCommand command) {
        boolean interrupted = false;
        while (true) {
            try {
                mailbox.put(command);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseIfEnded(command);
    }

    /** Closes the gap between the owner's last look into the mailbox and a command that came just after. */
    private void refuseIfEnded(ThreadCommand command) {
        if (ended && mailbox.remove(command)) {
            command.refuse(gone());
        }
    }

    private void work() {
        try {
            while (!thread.hasEnded()) {
                run(mailbox.take());
            }
        } catch (InterruptedException e) {
            LOG.warn("the owner of thread {} was interrupted", threadId);
        } finally {
            ended = true;
            refuseTheRest();
        }
    }

    private void run(ThreadCommand command) {
        try {
            command.run(thread);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("thread {} could not carry out a command", threadId, e);
        }
    }

    private void refuseTheRest() {
        for (var command = mailbox.poll(); command != null; command = mailbox.poll()) {
            command.refuse(gone());
        }
    }

    private RuntimeException gone() {
        return ThreadErrors.notFound(threadId);
    }
}
