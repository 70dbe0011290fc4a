package dev.bobbin.rollout.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times as rollouts spell them: {@code 2026-01-02T03:04:05.678Z}. */
public final class RolloutTime {
    private static final long MILLIS_PER_DAY = 86_400_000;

    private RolloutTime() {}

    /** UTC with exactly three digits of a second; the rest is cut. */
    public static String format(Instant time) {
        var out = new LineBuffer(24);
        append(time, out);
        return new String(out.array(), 0, out.size(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** Null if the text is no time. */
    public static @Nullable Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
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
