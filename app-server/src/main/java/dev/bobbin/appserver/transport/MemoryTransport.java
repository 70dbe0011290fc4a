package dev.bobbin.appserver.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A client in the same process: what it sends the server reads, and the reverse. Safe for use from many threads.
 *
 * <p>Output is cut into lines again exactly as a client on a pipe would, and waits without bound until received,
 * unless the client {@linkplain #stall stalls}.
 */
public final class MemoryTransport implements Transport {
    private final LineSplitter toServer = new LineSplitter();
    private final LineQueue toServerLines = new LineQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LineSplitter fromServer = new LineSplitter();
    private final ArrayDeque<String> received = new ArrayDeque<>();
    private boolean stalled;
    private boolean closed;

    /** Client: sends bytes as they are; nothing is added. */
    public void send(byte[] bytes) throws InterruptedException {
        toServer.accept(bytes, bytes.length, toServerLines::put);
    }

    /** Client: sends one line. */
    public void send(String line) throws InterruptedException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Client: ends its input, as closing a pipe does. */
    public void endInput() throws InterruptedException {
        var rest = toServer.rest();
        if (rest != null) {
            toServerLines.put(rest);
        }
        toServerLines.end();
    }

    /** Client: stops or resumes taking output, as a client that does not read its pipe. */
    public void stall(boolean stalled) {
        lock.lock();
        try {
            this.stalled = stalled;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Client: waits for the next line of output.
     *
     * @return the line, or null if none came within {@code wait} or the server has closed the transport
     */
    public @Nullable String receive(Duration wait) throws InterruptedException {
        var left = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (received.isEmpty()) {
                if (closed || left <= 0) {
                    return null;
                }
                left = changed.awaitNanos(left);
            }
            return received.remove();
        } finally {
            lock.unlock();
        }
    }

    /** Client: waits until the server has closed the transport; false if it did not within {@code wait}. */
    public boolean awaitClosed(Duration wait) throws InterruptedException {
        var left = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable InputLine read() throws InterruptedException {
        return toServerLines.take();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (stalled && !closed) {
                changed.awaitNanos(TimeUnit.SECONDS.toNanos(1));
            }
            if (closed) {
                throw new IOException("transport is closed");
            }
            var slice = new byte[length];
            System.arraycopy(bytes, offset, slice, 0, length);
            fromServer.accept(slice, length, line -> received.add(new String(line.bytes(), StandardCharsets.UTF_8)));
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void writeLine(byte[] line) throws IOException {
        var whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        write(whole, 0, whole.length);
    }

    @Override
    public void close() {
        toServerLines.close();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
