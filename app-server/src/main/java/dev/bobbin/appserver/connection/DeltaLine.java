package dev.bobbin.appserver.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An encoded notification that carries one more piece of a growing text in its {@code delta} member, split around that
 * text. Two of them whose surroundings are equal can be sent as one: the texts follow each other.
 *
 * <p>The split works on bytes: the marker {@code "delta":"} cannot occur within a JSON string, where its quotes would
 * be escaped.
 */
final class DeltaLine implements Outbox.Entry {
    private static final byte[] MARKER = {'"', 'd', 'e', 'l', 't', 'a', '"', ':', '"'};

    private final byte[] before;
    private final List<byte[]> texts = new ArrayList<>(1);
    private final byte[] after;
    private int length;

    private DeltaLine(byte[] before, byte[] text, byte[] after) {
        this.before = before;
        this.after = after;
        this.texts.add(text);
        this.length = before.length + text.length + after.length;
    }

    /** Splits {@code line}, or returns null when it has no text to extend. */
    static @Nullable DeltaLine split(byte[] line) {
        var start = textStart(line);
        if (start < 0) {
            return null;
        }
        var end = start;
        while (end < line.length && line[end] != '"') {
            end += line[end] == '\\' ? 2 : 1;
        }
        if (end >= line.length) {
            return null;
        }
        return new DeltaLine(
                Arrays.copyOf(line, start),
                Arrays.copyOfRange(line, start, end),
                Arrays.copyOfRange(line, end, line.length));
    }

    private static int textStart(byte[] line) {
        for (var i = 0; i + MARKER.length <= line.length; i++) {
            if (line[i] == '"' && Arrays.equals(line, i, i + MARKER.length, MARKER, 0, MARKER.length)) {
                return i + MARKER.length;
            }
        }
        return -1;
    }

    /** What two deltas must have in common to be sent as one. */
    Surroundings surroundings() {
        return new Surroundings(before, after);
    }

    /** Appends the text of {@code next}, whose surroundings are equal, and returns by how many bytes this grew. */
    int extend(DeltaLine next) {
        texts.addAll(next.texts);
        var grown = next.length - next.before.length - next.after.length;
        length += grown;
        return grown;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean isUnasked() {
        return true;
    }

    @Override
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(before, 0, target, offset, before.length);
        var at = offset + before.length;
        for (var text : texts) {
            System.arraycopy(text, 0, target, at, text.length);
            at += text.length;
        }
        System.arraycopy(after, 0, target, at, after.length);
    }

    /** The bytes around a delta's text, equal by content. */
    static final class Surroundings {
        private final byte[] before;
        private final byte[] after;
        private final int hash;

        private Surroundings(byte[] before, byte[] after) {
            this.before = before;
            this.after = after;
            this.hash = 31 * Arrays.hashCode(before) + Arrays.hashCode(after);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Surroundings that
                    && hash == that.hash
                    && Arrays.equals(before, that.before)
                    && Arrays.equals(after, that.after);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
