package dev.bobbin.appserver.tool.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Shows output while it comes, gathered over short times. A command that ends before anything was shown shows nothing: its
 * ended item tells it all. Safe for use from many threads.
 */
final class DeltaPump {
    /** How long output is gathered before it is shown. */
    private static final Duration GATHER = Duration.ofMillis(150);

    /** How long after its start a command has to run before its output is shown as it comes. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final long startedNanos = System.nanoTime();

    private final Consumer<String> show;

    // Guarded by this.
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    // Guarded by this.
    private boolean isGathering;

    // Guarded by this.
    private boolean hasShown;

    // Guarded by this.
    private boolean isClosed;

    DeltaPump(Consumer<String> show) {
        this.show = show;
    }

    synchronized void append(byte[] bytes, int length) {
        if (isClosed) {
            return;
        }
        gathered.write(bytes, 0, length);
        if (!isGathering) {
            isGathering = true;
            Thread.ofVirtual().name("output-delta").start(this::gather);
        }
    }

    private void gather() {
        try {
            var untilDue = PATIENCE.minusNanos(System.nanoTime() - startedNanos);
            Thread.sleep(untilDue.compareTo(GATHER) > 0 ? untilDue : GATHER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            isGathering = false;
            if (!isClosed) {
                flush();
            }
        }
    }

    private void flush() {
        var bytes = gathered.toByteArray();
        var whole = wholeCharacters(bytes);
        gathered.reset();
        gathered.write(bytes, whole, bytes.length - whole);
        if (whole > 0) {
            hasShown = true;
            show.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8));
        }
    }

    /** How many bytes there are up to a character that has not come whole. */
    private static int wholeCharacters(byte[] bytes) {
        for (var back = 1; back <= Math.min(3, bytes.length); back++) {
            var b = bytes[bytes.length - back] & 0xFF;
            if (b < 0x80) {
                return bytes.length;
            }
            if (b >= 0xC0) {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return length > back ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }

    /** The output has ended. Where some of it was shown, the rest is too. */
    synchronized void close() {
        if (hasShown && !isClosed) {
            flush();
        }
        isClosed = true;
    }
}
