package dev.bobbin.appserver.transport;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The process's own standard input and output.
 *
 * <p>Creating it takes standard output away from everybody else: {@code System.out} becomes standard error, so that a
 * stray print can never damage the protocol. A reader thread drains standard input from {@link #open} on.
 *
 * <p>The input also ends with the process that started this one, from {@link #endWithParent} on: another process may hold
 * the other end of the pipe, so that no end of input would come.
 */
public final class StdioTransport implements Transport {
    private static final int READ_BUFFER_BYTES = 64 << 10;
    private static final byte[] LINE_END = {'\n'};

    /** How often the parent is looked for, which takes some 10 µs. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final InputStream input;
    private final OutputStream output;
    private final LineQueue lines = new LineQueue();
    private final Thread reader;
    private volatile boolean closed;
    private volatile boolean endsWithParent;
    private volatile @Nullable ParentProcess parent;

    // Belongs to the thread that reads lines.
    private long lookedNanos = System.nanoTime();

    private StdioTransport(InputStream input, OutputStream output) {
        this.input = input;
        this.output = output;
        this.reader = Thread.ofPlatform().name("stdin").daemon().unstarted(this::drain);
    }

    /** Takes over the standard streams and starts reading. Call once, first thing in the process. */
    public static StdioTransport open() {
        System.setOut(System.err);
        return start(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    static StdioTransport start(InputStream input, OutputStream output) {
        var transport = new StdioTransport(input, output);
        transport.reader.start();
        return transport;
    }

    /** Has the input end when the process that started this one has. What was read before is still handed out. */
    public void endWithParent() {
        endsWithParent = true;
    }

    private void drain() {
        var splitter = new LineSplitter();
        var buffer = new byte[READ_BUFFER_BYTES];
        try {
            for (int count; (count = input.read(buffer)) >= 0; ) {
                splitter.accept(buffer, count, lines::put);
                if (parent == null) {
                    // No sooner, as the first answer does not wait for it; no later, as from then on the client may
                    // end.
                    parent = ParentProcess.now();
                }
            }
            var rest = splitter.rest();
            if (rest != null) {
                lines.put(rest);
            }
        } catch (IOException | InterruptedException | OutOfMemoryError e) {
            // A broken pipe, a closed transport, a line that no memory holds: the client's input ends here.
        } finally {
            lines.end();
        }
    }

    @Override
    public @Nullable InputLine read() throws InterruptedException {
        while (!lines.await(LOOK.toNanos())) {
            lookForParent();
        }
        if (System.nanoTime() - lookedNanos > LOOK.toNanos()) {
            lookForParent();
        }
        return lines.take();
    }

    private void lookForParent() {
        lookedNanos = System.nanoTime();
        var known = parent;
        if (known == null) {
            parent = ParentProcess.now();
        } else if (endsWithParent && known.isGone()) {
            lines.end();
        }
    }

    /** Writes without buffering. The JVM ignores SIGPIPE, so a reader that left shows as the exception. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("standard output is closed");
        }
        output.write(bytes, offset, length);
    }

    @Override
    public void writeLine(byte[] line) throws IOException {
        write(line, 0, line.length);
        write(LINE_END, 0, LINE_END.length);
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
        reader.interrupt();
    }
}
