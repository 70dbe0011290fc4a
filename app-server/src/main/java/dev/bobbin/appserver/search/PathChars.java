package dev.bobbin.appserver.search;

import java.text.Normalizer;

/** What the characters of a path are to a search: their kind, what they bring to a match, and what they are equal to. */
final class PathChars {
    static final int WHITESPACE = 0;
    static final int NON_WORD = 1;
    static final int DELIMITER = 2;
    static final int LOWER = 3;
    static final int UPPER = 4;
    static final int LETTER = 5;
    static final int NUMBER = 6;

    /** The largest bonus. */
    static final int AFTER_DELIMITER = 9;

    private static final int WORD_START = 8;
    private static final int HUMP = 5;

    private static final byte[] ASCII_KINDS = new byte[128];
    private static final byte[] BONUSES = new byte[64];

    static {
        for (var c = 0; c < ASCII_KINDS.length; c++) {
            ASCII_KINDS[c] = (byte) asciiKind(c);
        }
        for (var before = WHITESPACE; before <= NUMBER; before++) {
            for (var kind = WHITESPACE; kind <= NUMBER; kind++) {
                BONUSES[before * 8 + kind] = (byte) bonusOf(before, kind);
            }
        }
    }

    private PathChars() {}

    static int kind(int c) {
        if (c < 128) {
            return ASCII_KINDS[c];
        }
        if (Character.isLowerCase(c)) {
            return LOWER;
        }
        if (Character.isUpperCase(c)) {
            return UPPER;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> otherKind(c);
        };
    }

    private static int asciiKind(int c) {
        if (c >= 'a' && c <= 'z') {
            return LOWER;
        }
        if (c >= 'A' && c <= 'Z') {
            return UPPER;
        }
        if (c >= '0' && c <= '9') {
            return NUMBER;
        }
        if (c == '/') {
            return DELIMITER;
        }
        return isSpace(c) ? WHITESPACE : NON_WORD;
    }

    private static int otherKind(int c) {
        if (Character.isAlphabetic(c)) {
            return LETTER;
        }
        return isSpace(c) ? WHITESPACE : NON_WORD;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What a match is worth for standing where a word, a folder's name or a hump begins. */
    static int bonus(int kindBefore, int kind) {
        return BONUSES[kindBefore * 8 + kind];
    }

    private static int bonusOf(int kindBefore, int kind) {
        if (kind > DELIMITER) {
            if (kindBefore == DELIMITER) {
                return AFTER_DELIMITER;
            }
            if (kindBefore < DELIMITER) {
                return WORD_START;
            }
        }
        if ((kindBefore == LOWER && kind == UPPER) || (kindBefore != NUMBER && kind == NUMBER)) {
            return HUMP;
        }
        return kind < DELIMITER ? WORD_START : 0;
    }

    /** The character in lower case. */
    static int folded(int c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return Character.toLowerCase(c);
    }

    /** A Latin letter without its accents; any other character as it is. */
    static int withoutAccent(int c) {
        if (c < 0xC0 || c > 0x1EFF || (c > 0x24F && c < 0x1E00)) {
            return c;
        }
        return switch (c) {
            case 'Ø' -> 'O';
            case 'ø' -> 'o';
            case 'Đ' -> 'D';
            case 'đ' -> 'd';
            case 'Ł' -> 'L';
            case 'ł' -> 'l';
            case 'Ħ' -> 'H';
            case 'ħ' -> 'h';
            case 'ı' -> 'i';
            default -> {
                var base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePointAt(0);
                yield base < 128 ? base : c;
            }
        };
    }
}
