package dev.bobbin.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through long stretches of bytes, eight at a time. */
public final class ByteScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private ByteScan() {}

    /** Where the first of either ASCII character stands, or {@code end}. */
    public static int find(byte[] buffer, int start, int end, char one, char other) {
        var at = start;
        while (at < end && !isAligned(at)) {
            if (buffer[at] == one || buffer[at] == other) {
                return at;
            }
            at++;
        }
        while (at <= end - Long.BYTES) {
            var word = (long) WORDS.get(buffer, at);
            var found = (zeros(word ^ one * EVERY_BYTE) | zeros(word ^ other * EVERY_BYTE)) & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < end && buffer[at] != one && buffer[at] != other) {
            at++;
        }
        return at;
    }

    /**
     * Where the first byte stands that means something in a JSON string, or {@code end}: a quote, a backslash, a control
     * character, or no ASCII.
     */
    public static int skipPlain(byte[] buffer, int start, int end) {
        var at = start;
        while (at < end && !isAligned(at)) {
            if (!isPlain(buffer[at])) {
                return at;
            }
            at++;
        }
        while (at <= end - Long.BYTES) {
            var word = (long) WORDS.get(buffer, at);
            var special = (zeros(word ^ '"' * EVERY_BYTE)
                            | zeros(word ^ '\\' * EVERY_BYTE)
                            | (word - ' ' * EVERY_BYTE)
                            | word)
                    & HIGH_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < end && isPlain(buffer[at])) {
            at++;
        }
        return at;
    }

    /** Whether the byte stands for itself in a JSON string. */
    public static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Sets the high bit of every byte that is zero; the lowest bit set is right, a borrow can set others above it. */
    private static long zeros(long word) {
        return (word - EVERY_BYTE) & ~word;
    }

    /** Words that lie across the borders of words take twice as long to read. */
    private static boolean isAligned(int at) {
        return (at & Long.BYTES - 1) == 0;
    }
}
