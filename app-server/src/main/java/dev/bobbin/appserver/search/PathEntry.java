package dev.bobbin.appserver.search;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file or folder that can be found, with its path as a search reads it. A tree holds many: small, and read without copying. */
final class PathEntry {
    private static final int OTHER = 37;

    private final byte[] path;
    private final long mask;
    private final boolean isDirectory;
    private final boolean isAscii;

    /** @param path below the root, with slashes */
    PathEntry(String path, boolean isDirectory) {
        this.path = path.getBytes(StandardCharsets.UTF_8);
        this.isDirectory = isDirectory;
        var ascii = true;
        var kinds = 0L;
        for (var b : this.path) {
            ascii &= b >= 0;
            kinds |= 1L << bit(b);
        }
        this.isAscii = ascii;
        this.mask = ascii ? kinds : -1L;
    }

    String path() {
        return new String(path, StandardCharsets.UTF_8);
    }

    /** Length of the path in bytes. */
    int size() {
        return path.length;
    }

    boolean isDirectory() {
        return isDirectory;
    }

    /** Bits for the characters that the path has: what lacks one of a word's cannot match it. */
    long mask() {
        return mask;
    }

    /** The path's bytes when all are ASCII, else null. Must not be changed. */
    byte @Nullable [] ascii() {
        return isAscii ? path : null;
    }

    /** The characters of the path, each with all that is combined with it as one. */
    int[] characters() {
        return graphemes(path());
    }

    static long maskOf(int[] letters) {
        var mask = 0L;
        for (var letter : letters) {
            mask |= letter < 128 ? 1L << bit(letter) : 0;
        }
        return mask;
    }

    private static int bit(int c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= '0' && c <= '9') {
            return 26 + c - '0';
        }
        return switch (c) {
            case '/' -> 36;
            case '.' -> 38;
            case '-' -> 39;
            case '_' -> 40;
            default -> OTHER;
        };
    }

    /** The first code point of each character that a reader sees. */
    static int[] graphemes(String text) {
        var found = new int[text.length()];
        var count = 0;
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        for (var at = breaks.first(); at < text.length(); at = breaks.next()) {
            found[count++] = text.codePointAt(at);
        }
        return Arrays.copyOf(found, count);
    }
}
