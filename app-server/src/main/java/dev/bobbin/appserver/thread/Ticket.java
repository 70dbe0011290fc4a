package dev.bobbin.appserver.thread;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The result of work that another thread's owner does: written once by the owner, awaited by at most a few others.
 *
 * @param <T> what the work gives back
 */
final class Ticket<T> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable T value;
    private volatile @Nullable RuntimeException failure;

    void complete(@Nullable T result) {
        value = result;
        done.countDown();
    }

    void fail(RuntimeException why) {
        failure = why;
        done.countDown();
    }

    /** Waits for the work to end, interruptibly. */
    @Nullable
    T await() throws InterruptedException {
        done.await();
        return result();
    }

    /** Waits for the work to end, interruptibly and no longer than this. Whether it has ended. */
    boolean await(Duration limit) throws InterruptedException {
        return done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for the work to end even when this thread is interrupted meanwhile, so that the caller never leaves work
     * half-seen. An interrupt is kept and shows at the caller's next blocking call.
     */
    @Nullable
    T awaitWhateverHappens() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result();
    }

    private @Nullable T result() {
        var why = failure;
        if (why != null) {
            throw why;
        }
        return value;
    }
}
