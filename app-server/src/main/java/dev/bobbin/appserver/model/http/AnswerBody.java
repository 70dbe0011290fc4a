package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it arrives, read under a deadline that its reader moves: bytes alone do not count as progress.
 *
 * <p>One batch of buffers is asked for at a time, so a slow reader slows the server. Read on one thread; an interrupt ends
 * a read with {@link InterruptedIOException} and leaves the thread interrupted.
 */
public final class AnswerBody extends InputStream implements HttpResponse.BodySubscriber<AnswerBody> {
    private sealed interface Signal {
        record Batch(List<ByteBuffer> buffers) implements Signal {}

        record Failed(Throwable cause) implements Signal {}

        record Ended() implements Signal {}
    }

    /** One batch that was asked for and one ending: never full. */
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(2);

    private final Duration idle;
    private final LongSupplier nanoTime;
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private long deadline;
    private long readBytes;
    private boolean ended;

    AnswerBody(Duration idle, LongSupplier nanoTime) {
        this.idle = idle;
        this.nanoTime = nanoTime;
        restart();
    }

    /** Something useful came: the full time is left again. */
    public void restart() {
        patience(idle);
    }

    /** Sets how long reads may take from now on, all together. */
    void patience(Duration left) {
        deadline = nanoTime.getAsLong() + left.toNanos();
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    /** @throws SocketTimeoutException at the deadline */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (true) {
            var next = unread.peekFirst();
            if (next == null) {
                if (ended || !await()) {
                    return -1;
                }
            } else if (next.hasRemaining()) {
                var count = Math.min(length, next.remaining());
                next.get(into, offset, count);
                readBytes += count;
                return count;
            } else {
                unread.removeFirst();
            }
        }
    }

    /** How much was read so far. */
    public long readBytes() {
        return readBytes;
    }

    private boolean await() throws IOException {
        Signal signal;
        try {
            signal = signals.poll(Math.max(0, deadline - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (signal == null) {
            throw new SocketTimeoutException("idle timeout");
        }
        if (signal instanceof Signal.Batch batch) {
            unread.addAll(batch.buffers());
            request();
            return true;
        }
        ended = true;
        if (signal instanceof Signal.Failed failed) {
            throw new IOException(failed.cause());
        }
        return false;
    }

    private void request() {
        var source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    /** Keeps the connection for the next call if the body was read to its end; gives it up otherwise. Never blocks. */
    @Override
    public void close() {
        closed = true;
        var source = subscription;
        if (!ended && source != null) {
            source.cancel();
        }
    }

    /** At once: its reader waits for what it needs. */
    @Override
    public CompletionStage<AnswerBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        if (closed) {
            source.cancel();
        } else {
            source.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Batch(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failed(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Ended());
    }
}
