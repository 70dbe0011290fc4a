package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.RawLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records on a line that as a whole is none, as when one was appended to a torn tail. The bytes must stay as they are
 * until the last was taken. One thread at a time.
 */
final class GluedLine {
    /** How every writer begins a line; within a JSON string the quotes would be escaped. */
    private static final byte[] RECORD_START = "{\"timestamp\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int end;
    private int at;

    GluedLine(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        this.at = start;
    }

    /**
     * The next record; null if there are no more.
     *
     * @param index how many items the rollout has before it
     */
    @Nullable
    RawLine next(int index) {
        while (at < end) {
            var start = recordStart(at);
            if (start < 0) {
                return null;
            }
            var next = recordStart(start + 1);
            at = next < 0 ? end : next;
            var line = RawLine.of(bytes, start, at, index);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private int recordStart(int from) {
        for (var i = from; i <= end - RECORD_START.length; i++) {
            if (bytes[i] == '{'
                    && Arrays.equals(bytes, i, i + RECORD_START.length, RECORD_START, 0, RECORD_START.length)) {
                return i;
            }
        }
        return -1;
    }
}
