package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.JsonSyntax;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Ends a last line that lacks its newline, so that the next append does not glue to it.
 *
 * <p>A whole record gets its newline. A fragment, left by a crash, is fenced: it gets a newline too and stays behind as a
 * line of its own, which every reader of the format skips. Nothing is cut off but bytes that are not UTF-8 (a character
 * torn in two), as one of those makes other readers refuse the whole file. The repair itself may be torn and repeated.
 */
enum TornTail {
    /** Nothing to do. */
    WHOLE,
    /** The last record was complete. */
    COMPLETED,
    /** The last record was a fragment. */
    FENCED;

    private static final int BLOCK = 64 << 10;

    /** @throws IOException with the file as it was, or with the fragment's torn character removed */
    static TornTail repair(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var size = in.length();
            if (size == 0 || byteAt(in, size - 1) == '\n') {
                return WHOLE;
            }
            var start = lineStart(in, size);
            if (size - start > RolloutReader.MAX_LINE_BYTES) {
                append(file);
                return FENCED;
            }
            var tail = new byte[(int) (size - start)];
            in.seek(start);
            in.readFully(tail);
            return end(file, start, tail);
        }
    }

    private static TornTail end(Path file, long start, byte[] tail) throws IOException {
        if (JsonSyntax.isValue(tail, 0, tail.length)) {
            append(file);
            return COMPLETED;
        }
        var readable = JsonSyntax.utf8End(tail, 0, tail.length);
        if (readable < tail.length) {
            truncate(file, start + readable);
        }
        if (readable > 0) {
            append(file);
        }
        return FENCED;
    }

    private static void append(Path file) throws IOException {
        try (var out = new FileOutputStream(file.toFile(), true)) {
            out.write('\n');
        }
    }

    /** Cuts an existing file; not interruptible, unlike channels. */
    static void truncate(Path file, long size) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(size);
        }
    }

    /** Behind the last newline. */
    private static long lineStart(RandomAccessFile in, long size) throws IOException {
        var block = new byte[BLOCK];
        for (var end = size; end > 0; ) {
            var start = Math.max(0, end - BLOCK);
            in.seek(start);
            in.readFully(block, 0, (int) (end - start));
            for (var i = (int) (end - start) - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static int byteAt(RandomAccessFile in, long position) throws IOException {
        in.seek(position);
        return in.read();
    }
}
