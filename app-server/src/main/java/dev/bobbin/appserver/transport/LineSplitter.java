package dev.bobbin.appserver.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into lines. A long line is kept as the pieces in which it came and joined once, at its end. Where
 * something else than its bytes tells where a line ends, pieces are {@linkplain #keep kept} and {@linkplain #rest taken}
 * by hand.
 *
 * <p>Not safe for use from several threads.
 */
public final class LineSplitter {
    private static final long LEAST_MAX_LINE_BYTES = 80L << 20;
    private static final long MOST_MAX_LINE_BYTES = 512L << 20;

    /** Of a line that is too long, what is kept: enough to find its id. */
    static final int CUT_LINE_BYTES = 64 << 10;

    private final long maxLineBytes;
    private final List<byte[]> pieces = new ArrayList<>();
    private long length;
    private boolean cut;

    /** A splitter for lines that this process has the memory for: an eighth of its heap, within 80 and 512 MiB. */
    public LineSplitter() {
        this(Math.clamp(Runtime.getRuntime().maxMemory() / 8, LEAST_MAX_LINE_BYTES, MOST_MAX_LINE_BYTES));
    }

    /** A splitter that cuts lines longer than {@code maxLineBytes} to {@link #CUT_LINE_BYTES} and skips their rest. */
    LineSplitter(long maxLineBytes) {
        this.maxLineBytes = maxLineBytes;
    }

    /** Takes the next bytes of the stream and passes every line that they complete to {@code lines}. */
    void accept(byte[] bytes, int count, Lines lines) throws InterruptedException {
        var start = 0;
        for (var i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                lines.accept(lineEndingWith(bytes, start, i));
                start = i + 1;
            }
        }
        if (start < count) {
            keep(bytes, start, count);
        }
    }

    /** The bytes after the last line end, or null when there are none. They are not kept any longer. */
    public @Nullable InputLine rest() {
        return length == 0 ? null : lineEndingWith(new byte[0], 0, 0);
    }

    private InputLine lineEndingWith(byte[] bytes, int start, int end) {
        if (length == 0) {
            return new InputLine(Arrays.copyOfRange(bytes, start, end), false);
        }
        if (end > start) {
            keep(bytes, start, end);
        }
        var joined = join();
        var line = new InputLine(joined, cut);
        pieces.clear();
        length = 0;
        cut = false;
        return line;
    }

    /** As the other; what there is no memory for counts as too long. */
    private void keep(byte[] bytes, int start, int end) {
        if (!cut) {
            try {
                keep(Arrays.copyOfRange(bytes, start, end));
                return;
            } catch (OutOfMemoryError e) {
                cutOff();
            }
        }
        length += end - start;
    }

    /** Adds bytes that hold no line end to the line. */
    public void keep(byte[] piece) {
        length += piece.length;
        if (!cut) {
            pieces.add(piece);
            if (length > maxLineBytes) {
                cutOff();
            }
        }
    }

    private void cutOff() {
        cut = true;
        if (pieces.size() > 1) {
            pieces.subList(1, pieces.size()).clear();
        }
    }

    private byte[] join() {
        byte[] joined = null;
        if (!cut && pieces.size() > 1) {
            try {
                joined = joinAll();
            } catch (OutOfMemoryError e) {
                cutOff();
            }
        }
        if (joined != null) {
            return joined;
        }
        var head = pieces.isEmpty() ? new byte[0] : pieces.getFirst();
        return cut ? Arrays.copyOf(head, Math.min(head.length, CUT_LINE_BYTES)) : head;
    }

    private byte[] joinAll() {
        var joined = new byte[Math.toIntExact(length)];
        var at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }

    /** Where lines go. */
    @FunctionalInterface
    interface Lines {
        void accept(InputLine line) throws InterruptedException;
    }
}
