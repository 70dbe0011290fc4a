package dev.bobbin.rollout.file;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout's file name says: {@code rollout-2026-01-02T03-04-05-<uuid>.jsonl}, maybe with {@code .zst}.
 *
 * @param time local time of creation, whole seconds; which zone it was is not told
 * @param threadId in lower case with hyphens
 */
public record RolloutName(LocalDateTime time, String threadId, boolean compressed) {
    private static final String PREFIX = "rollout-";
    private static final String SUFFIX = ".jsonl";
    private static final int TIME_LENGTH = "2026-01-02T03-04-05".length();
    /** Where the id stands in a file name. */
    private static final int ID_START = PREFIX.length() + TIME_LENGTH + 1;

    /** Orders by time and then by id, both backwards. */
    public static int newestFirst(RolloutName a, RolloutName b) {
        var order = b.time.compareTo(a.time);
        return order == 0 ? b.threadId.compareTo(a.threadId) : order;
    }

    /** Whether {@link #fileName} of the time in this file name and of this id is the same file name. */
    public boolean isUsual(String fileName, String id) {
        return threadId.equals(id)
                && fileName.startsWith(id, ID_START)
                && fileName.startsWith(SUFFIX, ID_START + id.length());
    }

    /** The file name with all its suffixes. */
    public String fileName() {
        var name = new StringBuilder(PREFIX.length() + TIME_LENGTH + 64);
        name.append(PREFIX).append(padded(time.getYear(), 4));
        twoDigits(name.append('-'), time.getMonthValue());
        twoDigits(name.append('-'), time.getDayOfMonth());
        twoDigits(name.append('T'), time.getHour());
        twoDigits(name.append('-'), time.getMinute());
        twoDigits(name.append('-'), time.getSecond());
        name.append('-').append(threadId).append(SUFFIX);
        return compressed ? name.append(RolloutPaths.COMPRESSED).toString() : name.toString();
    }

    private static void twoDigits(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Null if this is no rollout's name. */
    public static @Nullable RolloutName parse(String fileName) {
        var compressed = fileName.endsWith(RolloutPaths.COMPRESSED);
        var plain = compressed ? fileName.substring(0, fileName.length() - RolloutPaths.COMPRESSED.length()) : fileName;
        if (!plain.startsWith(PREFIX) || !plain.endsWith(SUFFIX)) {
            return null;
        }
        var core = plain.substring(PREFIX.length(), Math.max(PREFIX.length(), plain.length() - SUFFIX.length()));
        if (core.length() < TIME_LENGTH + 2 || core.charAt(TIME_LENGTH) != '-') {
            return null;
        }
        var time = time(core);
        var threadId = uuid(core.substring(TIME_LENGTH + 1));
        return time == null || threadId == null ? null : new RolloutName(time, threadId, compressed);
    }

    private static @Nullable LocalDateTime time(String core) {
        if (core.charAt(4) != '-'
                || core.charAt(7) != '-'
                || core.charAt(10) != 'T'
                || core.charAt(13) != '-'
                || core.charAt(16) != '-') {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(core, 0, 4, 9999),
                    number(core, 5, 7, 12),
                    number(core, 8, 10, 31),
                    number(core, 11, 13, 23),
                    number(core, 14, 16, 59),
                    number(core, 17, 19, 59));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** With or without hyphens, in any case. */
    private static @Nullable String uuid(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == 32) {
            lower = lower.substring(0, 8)
                    + '-'
                    + lower.substring(8, 12)
                    + '-'
                    + lower.substring(12, 16)
                    + '-'
                    + lower.substring(16, 20)
                    + '-'
                    + lower.substring(20);
        }
        if (lower.length() != 36) {
            return null;
        }
        for (var i = 0; i < lower.length(); i++) {
            var c = lower.charAt(i);
            var isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (isHyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return null;
            }
        }
        return lower;
    }

    /** A decimal number of ASCII digits up to {@code highest}, or -1. */
    static int number(String digits, int highest) {
        return number(digits, 0, digits.length(), highest);
    }

    private static int number(String text, int from, int to, int highest) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
            if (number > highest) {
                return -1;
            }
        }
        return from == to ? -1 : number;
    }

    static String padded(int number, int width) {
        var digits = Integer.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }
}
