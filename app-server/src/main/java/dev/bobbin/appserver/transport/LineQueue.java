package dev.bobbin.appserver.transport;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way from the reader to the dispatcher, bounded in bytes.
 *
 * <p>When full, the reader waits for the dispatcher, which itself waits for nobody: requests that cannot be taken on
 * are refused, not queued here.
 */
final class LineQueue {
    /** Lines waiting together may take this much; one line may always wait, however long. */
    static final long CAPACITY_BYTES = 16L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<InputLine> lines = new ArrayDeque<>();
    private long bytes;
    private boolean ended;

    void put(InputLine line) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (bytes > CAPACITY_BYTES && !ended) {
                changed.await();
            }
            if (ended) {
                return;
            }
            if (lines.isEmpty()) {
                changed.signalAll();
            }
            lines.add(line);
            bytes += cost(line);
        } finally {
            lock.unlock();
        }
    }

    /** No more lines will come; those already here are still handed out. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what waits, and ends. */
    void close() {
        lock.lock();
        try {
            ended = true;
            lines.clear();
            bytes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a line or the end, for at most {@code nanos}; returns whether there is either. */
    boolean await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (var left = nanos; lines.isEmpty() && !ended; ) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next line; null at the end. */
    @Nullable
    InputLine take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (lines.isEmpty()) {
                if (ended) {
                    return null;
                }
                changed.await();
            }
            var line = lines.remove();
            if (bytes > CAPACITY_BYTES) {
                changed.signalAll();
            }
            bytes -= cost(line);
            return line;
        } finally {
            lock.unlock();
        }
    }

    private static long cost(InputLine line) {
        return line.bytes().length + 64L;
    }
}
