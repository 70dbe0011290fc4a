package dev.bobbin.appserver.connection;

import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client, in the order it was put in, and the thread that writes it.
 *
 * <p>Putting never blocks. What a client leaves unread is bounded in steps: above {@link #PRESSURE_BYTES} deltas of
 * one item are joined, above {@link OutboxPolicy#refuseBytes} {@link #refusesRequests} tells the dispatcher to turn
 * requests away, and above {@link OutboxPolicy#fullBytes} {@link #awaitRoom} holds that client's own dispatcher, and gives
 * the client up when it has read nothing for {@link #STALL}. A client that shares the server with others is given up at
 * once when too much waits that it did not ask for. Responses and all notifications other than deltas are never dropped or
 * joined, unless the client is given up.
 *
 * <p>Safe for use from many threads. One lock guards the queue; it is not held while writing.
 */
final class Outbox {
    /** Above this, deltas that follow each other are joined. */
    static final long PRESSURE_BYTES = 1L << 20;

    /** A client with a full outbox that takes nothing for this long is given up. */
    static final Duration STALL = Duration.ofSeconds(30);

    private static final int BATCH_BYTES = 256 << 10;

    private final Transport transport;
    private final OutboxPolicy policy;
    private final Runnable onBroken;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();

    // Guarded by lock.
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Map<DeltaLine.Surroundings, DeltaLine> openDeltas = new HashMap<>();
    private long waitingBytes;
    private long unaskedBytes;
    private boolean writing;
    private boolean ended;
    private boolean broken;
    private long lastProgressNanos = System.nanoTime();

    // Writer thread only.
    private byte[] batch = new byte[8 << 10];
    /** Is written instead of a batch, without being copied. */
    private byte @Nullable [] longLine;

    /** @param onBroken called when the client can no longer be written to, perhaps twice, and never under the lock */
    Outbox(Transport transport, OutboxPolicy policy, String name, Runnable onBroken) {
        this.transport = transport;
        this.policy = policy;
        this.onBroken = onBroken;
        this.writer = policy.writer(name).unstarted(this::write);
    }

    void start() {
        writer.start();
    }

    /** One line to be written, without its end, which the batch adds. */
    interface Entry {
        int length();

        /** Whether the client did not ask for it. */
        boolean isUnasked();

        void copyTo(byte[] target, int offset);
    }

    /** Queues an answer. */
    void put(byte[] line) {
        put(new WholeLine(line, false));
    }

    /** Queues a line that the client did not ask for and that must arrive as it is. */
    void putUnasked(byte[] line) {
        put(new WholeLine(line, true));
    }

    private void put(WholeLine line) {
        lock.lock();
        try {
            if (!ended && !broken) {
                openDeltas.clear();
                add(line);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Queues a delta. Under pressure it joins an earlier one, unless anything but deltas was queued in between. */
    void putDelta(byte[] line) {
        lock.lock();
        try {
            if (ended || broken) {
                return;
            }
            var delta = waitingBytes < PRESSURE_BYTES ? null : DeltaLine.split(line);
            if (delta == null) {
                add(new WholeLine(line, true));
                return;
            }
            var earlier = openDeltas.putIfAbsent(delta.surroundings(), delta);
            if (earlier == null) {
                add(delta);
            } else {
                var grown = earlier.extend(delta);
                waitingBytes += grown;
                unaskedBytes += grown;
                limit();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        waitingBytes += entry.length();
        unaskedBytes += entry.isUnasked() ? entry.length() : 0;
        filled.signal();
        limit();
    }

    /** Gives the client up when it leaves too much unread. Whoever put the last line does not wait for that. */
    private void limit() {
        if (unaskedBytes > policy.mostUnaskedBytes()) {
            breakOff();
            Thread.ofVirtual().name("too-slow").start(onBroken);
        }
    }

    /** Whether so much waits that new requests should be turned away. */
    boolean refusesRequests() {
        lock.lock();
        try {
            return waitingBytes > policy.refuseBytes();
        } finally {
            lock.unlock();
        }
    }

    boolean hasRoom() {
        lock.lock();
        try {
            return waitingBytes <= policy.fullBytes();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits while the outbox is full.
     *
     * @return false if the client is gone or has not read for too long; nothing can be sent to it any more
     */
    boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waitingBytes > policy.fullBytes() && !broken) {
                var left = STALL.toNanos() - (System.nanoTime() - lastProgressNanos);
                if (left <= 0) {
                    breakOff();
                } else {
                    var _ = drained.awaitNanos(left);
                }
            }
            return !broken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the outbox: what is in it is still written, nothing more is taken.
     *
     * @return whether everything was written within {@code wait}
     */
    boolean finish(Duration wait) throws InterruptedException {
        var left = wait.toNanos();
        lock.lockInterruptibly();
        try {
            ended = true;
            filled.signal();
            while ((writing || !entries.isEmpty()) && !broken && left > 0) {
                left = drained.awaitNanos(left);
            }
            return entries.isEmpty() && !writing;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what waits, and takes nothing more: the client is gone. The writer ends, as soon as it is not writing. */
    void abandon() {
        lock.lock();
        try {
            breakOff();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            for (int length; (length = take()) > 0; ) {
                if (longLine == null) {
                    transport.write(batch, 0, length);
                } else {
                    transport.writeLine(longLine);
                }
                wrote();
            }
        } catch (IOException | InterruptedException | OutOfMemoryError e) {
            abandon();
            onBroken.run();
        }
    }

    /** Waits for entries, takes as many as make a good write, and returns how long they are; 0 at the end. */
    private int take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (entries.isEmpty()) {
                if (ended || broken) {
                    return 0;
                }
                filled.await();
            }
            openDeltas.clear();
            writing = true;
            if (entries.peek() instanceof WholeLine line && line.length() > BATCH_BYTES) {
                taken(line);
                longLine = line.bytes();
                return line.length();
            }
            return takeBatch();
        } finally {
            lock.unlock();
        }
    }

    private int takeBatch() {
        var length = 0;
        for (Entry next; (next = nextFor(length)) != null; ) {
            taken(next);
            grow(length + next.length() + 1, length);
            next.copyTo(batch, length);
            length += next.length();
            batch[length++] = '\n';
        }
        return length;
    }

    private void taken(Entry next) {
        entries.remove();
        waitingBytes -= next.length();
        unaskedBytes -= next.isUnasked() ? next.length() : 0;
    }

    private @Nullable Entry nextFor(int length) {
        var next = entries.peek();
        return next == null || (length > 0 && length + next.length() > BATCH_BYTES) ? null : next;
    }

    private void grow(int needed, int used) {
        if (needed > batch.length) {
            var grown = new byte[Math.max(needed, Math.min(2 * batch.length, BATCH_BYTES))];
            System.arraycopy(batch, 0, grown, 0, used);
            batch = grown;
        }
    }

    private void wrote() {
        longLine = null;
        if (batch.length > BATCH_BYTES) {
            batch = new byte[BATCH_BYTES];
        }
        lock.lock();
        try {
            writing = false;
            lastProgressNanos = System.nanoTime();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void breakOff() {
        broken = true;
        writing = false;
        entries.clear();
        openDeltas.clear();
        waitingBytes = 0;
        unaskedBytes = 0;
        filled.signal();
        drained.signalAll();
    }
}
