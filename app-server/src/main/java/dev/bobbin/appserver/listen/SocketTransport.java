package dev.bobbin.appserver.listen;

import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.appserver.transport.LineSplitter;
import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One websocket as lines: each text message is one, in both directions. Binary messages are passed over.
 *
 * <p>The library's threads only put messages down here. When {@link #CAPACITY_BYTES} wait to be dispatched, no more is
 * read from the socket until some were taken, so that a client is held back by TCP and costs no thread.
 */
final class SocketTransport implements Transport, FrameHandler {
    /** Messages waiting together may take this much before reading stops; one may always wait, however long. */
    static final long CAPACITY_BYTES = 16L << 20;

    /** How long a client may take to answer that the connection closes. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final int COST_OF_A_LINE = 64;

    private final Consumer<Transport> onConnected;
    private final LineSplitter message = new LineSplitter();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Set when the connection opens, before anything else happens to it.
    private volatile @Nullable CoreSession session;

    // The library's threads only, one at a time.
    private boolean isText;

    // Guarded by lock.
    private final ArrayDeque<InputLine> lines = new ArrayDeque<>();
    private long waitingBytes;
    private boolean paused;
    private boolean ended;
    private boolean writing;
    private boolean closed;

    /** @param onConnected told once, when the connection is open; must not block */
    SocketTransport(Consumer<Transport> onConnected) {
        this.onConnected = onConnected;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        callback.succeeded();
        onConnected.accept(this);
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        var goesOn = true;
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.BINARY -> {
                isText = frame.getOpCode() == OpCode.TEXT;
                goesOn = take(frame);
            }
            case OpCode.CONTINUATION -> goesOn = take(frame);
            case OpCode.PING ->
                open().sendFrame(new Frame(OpCode.PONG, BufferUtil.copy(frame.getPayload())), Callback.NOOP, false);
            case OpCode.CLOSE -> {
                end();
                goesOn = false;
            }
            default -> {}
        }
        callback.succeeded();
        if (goesOn) {
            open().demand();
        }
    }

    /** Takes a piece of a message, and returns whether there is room for more. */
    private boolean take(Frame frame) {
        if (!isText) {
            return true;
        }
        if (frame.hasPayload()) {
            message.keep(BufferUtil.toArray(frame.getPayload()));
        }
        var line = frame.isFin() ? message.rest() : null;
        return line == null || offer(line);
    }

    private boolean offer(InputLine line) {
        lock.lock();
        try {
            if (ended) {
                return true;
            }
            lines.add(line);
            waitingBytes += line.bytes().length + COST_OF_A_LINE;
            paused = waitingBytes > CAPACITY_BYTES;
            changed.signalAll();
            return !paused;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        end();
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        end();
        callback.succeeded();
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable InputLine read() throws InterruptedException {
        InputLine line;
        boolean resumes;
        lock.lockInterruptibly();
        try {
            while (lines.isEmpty()) {
                if (ended) {
                    return null;
                }
                changed.await();
            }
            line = lines.remove();
            waitingBytes -= line.bytes().length + COST_OF_A_LINE;
            resumes = paused && waitingBytes <= CAPACITY_BYTES / 2;
            paused &= !resumes;
        } finally {
            lock.unlock();
        }
        if (resumes) {
            open().demand();
        }
        return line;
    }

    /** Sends each line as one text message and waits until the last of them has been handed to the system. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        startWriting();
        try (var written = Blocker.callback()) {
            var end = offset + length;
            for (var start = offset; start < end; ) {
                var lineEnd = start;
                while (bytes[lineEnd] != '\n') {
                    lineEnd++;
                }
                var isLast = lineEnd + 1 >= end;
                send(ByteBuffer.wrap(bytes, start, lineEnd - start).slice(), isLast ? written : Callback.NOOP, !isLast);
                start = lineEnd + 1;
            }
            written.block();
        } finally {
            stopWriting();
        }
    }

    @Override
    public void writeLine(byte[] line) throws IOException {
        startWriting();
        try (var written = Blocker.callback()) {
            send(ByteBuffer.wrap(line), written, false);
            written.block();
        } finally {
            stopWriting();
        }
    }

    private void send(ByteBuffer line, Callback sent, boolean moreComes) {
        open().sendFrame(new Frame(OpCode.TEXT, line), sent, moreComes);
    }

    private void startWriting() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the connection is closed");
            }
            writing = true;
        } finally {
            lock.unlock();
        }
    }

    private void stopWriting() {
        lock.lock();
        try {
            writing = false;
        } finally {
            lock.unlock();
        }
    }

    /** Says goodbye, unless the client is in the middle of not reading something: then the connection is cut. */
    @Override
    public void close() {
        boolean stuck;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            ended = true;
            stuck = writing;
            lines.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        var opened = open();
        if (stuck) {
            opened.abort();
        } else {
            opened.setIdleTimeout(FAREWELL);
            opened.close(CloseStatus.SHUTDOWN, null, Callback.NOOP);
        }
    }

    private CoreSession open() {
        var opened = session;
        if (opened == null) {
            throw new IllegalStateException("the connection is not open yet");
        }
        return opened;
    }
}
