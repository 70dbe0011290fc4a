package dev.bobbin.appserver.transport;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The process's own standard input and output.
 *
 * <p>Creating it takes standard output away from everybody else: {@code System.out} becomes standard error, so that a
 * stray print can never damage the protocol. A reader thread drains standard input from {@link #open} on.
 */
public final class StdioTransport implements Transport {
    private static final int READ_BUFFER_BYTES = 64 << 10;

    private final InputStream input;
    private final OutputStream output;
    private final LineQueue lines = new LineQueue();
    private final Thread reader;
    private volatile boolean closed;

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

    private void drain() {
        var splitter = new LineSplitter();
        var buffer = new byte[READ_BUFFER_BYTES];
        try {
            for (int count; (count = input.read(buffer)) >= 0; ) {
                splitter.accept(buffer, count, lines::put);
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
        return lines.take();
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
    public void close() {
        closed = true;
        lines.close();
        reader.interrupt();
    }
}
