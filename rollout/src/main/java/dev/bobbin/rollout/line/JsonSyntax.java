package dev.bobbin.rollout.line;

import dev.bobbin.protocol.json.ByteScan;

/**
 * Checks JSON in UTF-8 without building anything, as strict as RFC 8259, but within one line: a newline is no blank here.
 * Strings, which are most of a rollout, are passed over eight bytes at a time.
 */
public final class JsonSyntax {
    /** Deeper values are refused, so that no parser behind this one runs out of stack. */
    static final int MAX_DEPTH = 500;

    private static final int BROKEN = -1;

    /** Most strings are names and words: for these a plain loop is quicker, and it needs no warming up. */
    private static final int SHORT_STRING = 24;

    private JsonSyntax() {}

    /** Whether the bytes are one JSON value in valid UTF-8, blanks around it allowed. */
    public static boolean isValue(byte[] buffer, int start, int end) {
        var valueEnd = skipValue(buffer, skipBlanks(buffer, start, end), end);
        return valueEnd != BROKEN && skipBlanks(buffer, valueEnd, end) == end;
    }

    /** Where the first byte that is not a blank stands, or {@code end}. */
    static int skipBlanks(byte[] buffer, int at, int end) {
        while (at < end && isBlank(buffer[at])) {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /** The end of the value that begins exactly at {@code at}, or -1 if there is none. */
    static int skipValue(byte[] buffer, int at, int end) {
        return skipValue(buffer, at, end, 0);
    }

    private static int skipValue(byte[] buffer, int at, int end, int depth) {
        if (at >= end || depth > MAX_DEPTH) {
            return BROKEN;
        }
        return switch (buffer[at]) {
            case '"' -> skipString(buffer, at, end);
            case '{' -> skipObject(buffer, at, end, depth);
            case '[' -> skipArray(buffer, at, end, depth);
            case 't' -> skipWord(buffer, at, end, "true");
            case 'f' -> skipWord(buffer, at, end, "false");
            case 'n' -> skipWord(buffer, at, end, "null");
            default -> skipNumber(buffer, at, end);
        };
    }

    private static int skipObject(byte[] buffer, int start, int end, int depth) {
        var at = skipBlanks(buffer, start + 1, end);
        if (at < end && buffer[at] == '}') {
            return at + 1;
        }
        while (true) {
            at = skipKey(buffer, at, end);
            if (at == BROKEN) {
                return BROKEN;
            }
            at = skipValue(buffer, at, end, depth + 1);
            if (at == BROKEN) {
                return BROKEN;
            }
            at = skipBlanks(buffer, at, end);
            if (at >= end) {
                return BROKEN;
            }
            if (buffer[at] == '}') {
                return at + 1;
            }
            if (buffer[at] != ',') {
                return BROKEN;
            }
            at = skipBlanks(buffer, at + 1, end);
        }
    }

    /** From a key's opening quote to the first byte of its value, or -1. */
    static int skipKey(byte[] buffer, int at, int end) {
        if (at >= end || buffer[at] != '"') {
            return BROKEN;
        }
        at = skipString(buffer, at, end);
        return at == BROKEN ? BROKEN : skipColon(buffer, at, end);
    }

    /** From behind a key to the first byte of its value, or -1. */
    static int skipColon(byte[] buffer, int keyEnd, int end) {
        var at = skipBlanks(buffer, keyEnd, end);
        return at >= end || buffer[at] != ':' ? BROKEN : skipBlanks(buffer, at + 1, end);
    }

    private static int skipArray(byte[] buffer, int start, int end, int depth) {
        var at = skipBlanks(buffer, start + 1, end);
        if (at < end && buffer[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = skipValue(buffer, at, end, depth + 1);
            if (at == BROKEN) {
                return BROKEN;
            }
            at = skipBlanks(buffer, at, end);
            if (at >= end) {
                return BROKEN;
            }
            if (buffer[at] == ']') {
                return at + 1;
            }
            if (buffer[at] != ',') {
                return BROKEN;
            }
            at = skipBlanks(buffer, at + 1, end);
        }
    }

    /** From the opening quote to behind the closing one, or -1. */
    static int skipString(byte[] buffer, int start, int end) {
        var at = start + 1;
        var plainUntil = Math.min(end, at + SHORT_STRING);
        while (true) {
            while (at < plainUntil && ByteScan.isPlain(buffer[at])) {
                at++;
            }
            if (at == plainUntil) {
                at = ByteScan.skipPlain(buffer, at, end);
            }
            if (at >= end) {
                return BROKEN;
            }
            var b = buffer[at];
            if (b == '"') {
                return at + 1;
            }
            if (b == '\\') {
                at = skipEscape(buffer, at, end);
            } else {
                var length = b < 0 ? utf8Length(buffer, at, end) : 0;
                at = length == 0 ? BROKEN : at + length;
            }
            if (at == BROKEN) {
                return BROKEN;
            }
            plainUntil = Math.min(end, at + SHORT_STRING);
        }
    }

    private static int skipEscape(byte[] buffer, int at, int end) {
        if (at + 1 >= end) {
            return BROKEN;
        }
        return switch (buffer[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> {
                if (at + 6 > end) {
                    yield BROKEN;
                }
                for (var i = at + 2; i < at + 6; i++) {
                    if (Character.digit(buffer[i], 16) < 0) {
                        yield BROKEN;
                    }
                }
                yield at + 6;
            }
            default -> BROKEN;
        };
    }

    private static int skipWord(byte[] buffer, int at, int end, String word) {
        if (at + word.length() > end) {
            return BROKEN;
        }
        for (var i = 0; i < word.length(); i++) {
            if (buffer[at + i] != word.charAt(i)) {
                return BROKEN;
            }
        }
        return at + word.length();
    }

    private static int skipNumber(byte[] buffer, int start, int end) {
        var at = start;
        if (buffer[at] == '-') {
            at++;
        }
        var integer = skipDigits(buffer, at, end);
        if (integer == at || (buffer[at] == '0' && integer > at + 1)) {
            return BROKEN;
        }
        at = integer;
        if (at < end && buffer[at] == '.') {
            var fraction = skipDigits(buffer, at + 1, end);
            if (fraction == at + 1) {
                return BROKEN;
            }
            at = fraction;
        }
        if (at < end && (buffer[at] == 'e' || buffer[at] == 'E')) {
            at++;
            if (at < end && (buffer[at] == '+' || buffer[at] == '-')) {
                at++;
            }
            var exponent = skipDigits(buffer, at, end);
            return exponent == at ? BROKEN : exponent;
        }
        return at;
    }

    private static int skipDigits(byte[] buffer, int at, int end) {
        while (at < end && buffer[at] >= '0' && buffer[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Whether the bytes are well-formed UTF-8: no overlong forms, surrogates or values above U+10FFFF. */
    public static boolean isUtf8(byte[] buffer, int start, int end) {
        return utf8End(buffer, start, end) == end;
    }

    /** Where the first byte stands that does not belong to well-formed UTF-8, or {@code end}. */
    public static int utf8End(byte[] buffer, int start, int end) {
        var at = start;
        while (at < end) {
            if (buffer[at] >= 0) {
                at++;
                continue;
            }
            var length = utf8Length(buffer, at, end);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return end;
    }

    /** Length of the sequence of two to four bytes at {@code at}; 0 if it is malformed. */
    private static int utf8Length(byte[] buffer, int at, int end) {
        var lead = buffer[at] & 0xff;
        var length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > end) {
            return 0;
        }
        for (var i = at + 1; i < at + length; i++) {
            if ((buffer[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        var second = buffer[at + 1] & 0xff;
        var lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        var highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        return second < lowest || second > highest ? 0 : length;
    }
}
