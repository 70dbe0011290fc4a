package dev.bobbin.rollout.line;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times as rollouts spell them: {@code 2026-01-02T03:04:05.678Z}. */
public final class RolloutTime {
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final String USUAL = "0000-00-00T00:00:00.000Z";

    private RolloutTime() {}

    /** UTC with exactly three digits of a second; the rest is cut. */
    public static String format(Instant time) {
        var out = new LineBuffer(24);
        append(time, out);
        return new String(out.array(), 0, out.size(), StandardCharsets.US_ASCII);
    }

    /** Null if the text is no time. */
    public static @Nullable Instant parse(String text) {
        var usual = parseUsual(text);
        if (usual != null) {
            return usual;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The form that {@link #format} writes, which nearly all times have: read without a formatter. Null if it is not that. */
    public static @Nullable Instant parseUsual(String text) {
        if (text.length() != USUAL.length()) {
            return null;
        }
        for (var i = 0; i < text.length(); i++) {
            var isDigit = USUAL.charAt(i) == '0';
            var c = text.charAt(i);
            if (isDigit ? c < '0' || c > '9' : c != USUAL.charAt(i)) {
                return null;
            }
        }
        var month = number(text, 5, 7);
        var day = number(text, 8, 10);
        var hour = number(text, 11, 13);
        var minute = number(text, 14, 16);
        var second = number(text, 17, 19);
        // Leap seconds and the hour 24 are left to who knows of them.
        if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        var year = number(text, 0, 4);
        if (day > 28 && day > Month.of(month).length(Year.isLeap(year))) {
            return null;
        }
        var date = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochMilli(
                ((date * 24 + hour) * 60 + minute) * 60_000 + second * 1_000L + number(text, 20, 23));
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static void append(Instant time, LineBuffer out) {
        var millis = time.toEpochMilli();
        var date = LocalDate.ofInstant(time, ZoneOffset.UTC);
        var ofDay = (int) Math.floorMod(millis, MILLIS_PER_DAY);
        digits(out, date.getYear(), 4).put('-');
        digits(out, date.getMonthValue(), 2).put('-');
        digits(out, date.getDayOfMonth(), 2).put('T');
        digits(out, ofDay / 3_600_000, 2).put(':');
        digits(out, ofDay / 60_000 % 60, 2).put(':');
        digits(out, ofDay / 1000 % 60, 2).put('.');
        digits(out, ofDay % 1000, 3).put('Z');
    }

    private static LineBuffer digits(LineBuffer out, int value, int width) {
        for (var divisor = width == 4 ? 1000 : width == 3 ? 100 : 10; divisor > 0; divisor /= 10) {
            out.put((char) ('0' + value / divisor % 10));
        }
        return out;
    }
}
