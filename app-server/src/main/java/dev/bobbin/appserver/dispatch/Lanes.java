package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.Lane;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests: those on equal lanes one after another in the order in which they were submitted, all others at once.
 *
 * <p>Each busy lane has one virtual thread for as long as it is busy; requests without a lane have one each. What
 * waits is bounded per lane by {@link #LANE_CAPACITY}, what runs or waits altogether by {@link #TOTAL_CAPACITY}; beyond
 * that, submitting fails and the client is told to retry. Tasks must not throw. Safe for use from many threads.
 */
final class Lanes {
    /** Requests that may wait for others on the same lane. */
    static final int LANE_CAPACITY = 4_096;

    /** Requests that may run or wait on all lanes together. */
    static final int TOTAL_CAPACITY = 16_384;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();

    // Guarded by lock. A lane is present while it has a thread.
    private final Map<String, ArrayDeque<Runnable>> waiting = new HashMap<>();
    private int total;

    /**
     * Runs {@code task} on its lane.
     *
     * @throws RequestException.Overloaded if too much waits already
     */
    void submit(Lane lane, Runnable task) {
        if (enter(lane, task, false)) {
            start(lane, task);
        }
    }

    /**
     * As {@link #submit}, for a task that takes no time: on an idle lane it runs here and now.
     *
     * @throws RequestException.Overloaded if too much waits already
     */
    void submitShort(Lane lane, Runnable task) {
        if (enter(lane, task, true)) {
            runLane(lane, task, true);
        }
    }

    /** Returns whether the caller must run the lane, beginning with {@code task}. */
    private boolean enter(Lane lane, Runnable task, boolean isShort) {
        lock.lock();
        try {
            var key = lane.key();
            var queue = key == null ? null : waiting.get(key);
            if (!isShort && total >= TOTAL_CAPACITY || queue != null && queue.size() >= LANE_CAPACITY) {
                throw new RequestException.Overloaded();
            }
            total++;
            if (queue != null) {
                queue.add(task);
                return false;
            }
            if (key != null) {
                waiting.put(key, new ArrayDeque<>());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void start(Lane lane, Runnable first) {
        Thread.ofVirtual().name("request").start(() -> runLane(lane, first, false));
    }

    private void runLane(Lane lane, Runnable first, boolean isCaller) {
        for (var task = first; task != null; ) {
            task.run();
            task = next(lane);
            if (isCaller && task != null) {
                start(lane, task);
                return;
            }
        }
    }

    private @Nullable Runnable next(Lane lane) {
        lock.lock();
        try {
            total--;
            if (total == 0) {
                idle.signalAll();
            }
            var key = lane.key();
            var queue = key == null ? null : waiting.get(key);
            var next = queue == null ? null : queue.poll();
            if (queue != null && next == null) {
                waiting.remove(key);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing runs or waits; returns false if that took longer than {@code nanos}. */
    boolean awaitIdle(long nanos) throws InterruptedException {
        var left = nanos;
        lock.lockInterruptibly();
        try {
            while (total > 0) {
                if (left <= 0) {
                    return false;
                }
                left = idle.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
