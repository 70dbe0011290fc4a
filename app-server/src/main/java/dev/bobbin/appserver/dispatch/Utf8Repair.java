package dev.bobbin.appserver.dispatch;

import java.nio.charset.StandardCharsets;

/**
 * Makes a line's text encodable again: bytes that are no UTF-8 and halves of surrogate pairs become replacement
 * characters, so that whatever is read can be written too.
 */
final class Utf8Repair {
    private static final byte[] REPLACEMENT_ESCAPE = {'\\', 'u', 'f', 'f', 'f', 'd'};

    private Utf8Repair() {}

    /** The line with lone surrogates replaced; the same array when there are none. */
    static byte[] surrogates(byte[] line) {
        var repaired = line;
        for (var i = 0; i + 1 < line.length; i++) {
            var b = line[i];
            if (b == (byte) 0xED && (line[i + 1] & 0xFF) >= 0xA0) {
                return surrogates(bytes(line));
            }
            if (b != '\\') {
                continue;
            }
            var unit = unicodeEscape(line, i);
            if (Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) unicodeEscape(line, i + 6))) {
                i += 11;
            } else if (unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE) {
                repaired = repaired == line ? line.clone() : repaired;
                System.arraycopy(REPLACEMENT_ESCAPE, 0, repaired, i, REPLACEMENT_ESCAPE.length);
                i += 5;
            } else {
                i++;
            }
        }
        return repaired;
    }

    /** The line with everything that is no UTF-8 replaced. */
    static byte[] bytes(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    /** The code unit of the escape that begins at {@code at}, or 0 when there is none. */
    private static int unicodeEscape(byte[] line, int at) {
        if (at + 6 > line.length || line[at] != '\\' || line[at + 1] != 'u') {
            return 0;
        }
        var unit = 0;
        for (var i = at + 2; i < at + 6; i++) {
            var digit = Character.digit(line[i], 16);
            if (digit < 0) {
                return 0;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
