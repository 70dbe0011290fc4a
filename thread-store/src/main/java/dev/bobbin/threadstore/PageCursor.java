package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.RolloutTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of threads ordered by (time, id).
 *
 * <p>Mostly spelled as a plain RFC 3339 time, which excludes everything at that time; that is the only form older clients
 * and servers know. Where threads with equal times lie on both sides of the place, an RFC 9557 suffix names the thread:
 * {@code 2026-01-02T03:04:05Z[after=ID]} excludes it, {@code [from=ID]} includes it.
 *
 * @param time exclusive unless an id is given
 * @param id null for a mere time
 * @param inclusive whether the thread with that id belongs to the page
 */
public record PageCursor(Instant time, @Nullable String id, boolean inclusive) {
    private static final String AFTER = "[after=";
    private static final String FROM = "[from=";
    private static final int DATE_LENGTH = "2026-01-02".length();
    private static final int SECONDS_LENGTH = "2026-01-02T03:04:05".length();
    private static final int NANOS_LENGTH = "2026-01-02T03:04:05.123456789".length();
    private static final int NANOS_PER_MILLI = 1_000_000;
    /** The year 10000 begins, in Unix seconds. */
    private static final long FIRST_LONG_YEAR = 253_402_300_800L;

    private static final int FILE_TIME_LENGTH = "2026-01-02T03-04-05".length();

    /**
     * Reads a cursor in any of its forms.
     *
     * @throws ThreadStoreException.InvalidRequest if it is not a cursor
     */
    public static PageCursor parse(String text) {
        try {
            var suffix = text.indexOf('[');
            if (suffix < 0) {
                return new PageCursor(time(text), null, false);
            }
            var inclusive = text.startsWith(FROM, suffix);
            if ((!inclusive && !text.startsWith(AFTER, suffix)) || !text.endsWith("]")) {
                throw invalid(text);
            }
            var id = text.substring(suffix + (inclusive ? FROM : AFTER).length(), text.length() - 1);
            return new PageCursor(time(text.substring(0, suffix)), id, inclusive);
        } catch (DateTimeParseException e) {
            throw invalid(text);
        }
    }

    private static Instant time(String text) {
        var usual = RolloutTime.parseUsual(text);
        if (usual != null) {
            return usual;
        }
        if (text.length() == FILE_TIME_LENGTH && text.charAt(13) == '-') {
            var time = text.substring(0, 13) + ':' + text.substring(14, 16) + ':' + text.substring(17);
            return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        }
        return Instant.parse(shortened(text));
    }

    /** Programs that write times in other ways than we do put a blank before the time, or more digits than we keep. */
    private static String shortened(String text) {
        var time = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
        if (time.length() <= SECONDS_LENGTH || time.startsWith("24:", DATE_LENGTH + 1) || time.charAt(0) == '-') {
            throw new DateTimeParseException("not a time", text, 0);
        }
        var end = SECONDS_LENGTH;
        if (time.charAt(end) == '.') {
            end++;
            while (end < time.length() && Character.isDigit(time.charAt(end))) {
                end++;
            }
        }
        return time.substring(0, Math.min(end, NANOS_LENGTH)) + time.substring(end);
    }

    private static ThreadStoreException.InvalidRequest invalid(String text) {
        return new ThreadStoreException.InvalidRequest("invalid cursor: " + text);
    }

    /** The place right after a thread. */
    public static String after(Instant time, String id) {
        return text(time) + AFTER + id + "]";
    }

    /** The place after the last thread of a page; names the thread only if the next one has the same time. */
    static String after(Instant last, String lastId, Instant next) {
        return last.equals(next) ? after(last, lastId) : text(last);
    }

    /**
     * The place from which the opposite direction begins with the first thread of a page.
     *
     * @param here where the page itself began
     */
    static String backwards(Instant first, String firstId, boolean descending, @Nullable PageCursor here) {
        if (here != null && here.id != null && here.time.equals(first)) {
            return text(first) + FROM + firstId + "]";
        }
        return text(descending ? first.minusMillis(1) : first.plusMillis(1));
    }

    /** As {@link Instant#toString} has it, with less work for times as threads have them. */
    private static String text(Instant time) {
        var second = time.getEpochSecond();
        var nanos = time.getNano();
        var isUsual = nanos != 0 && nanos % NANOS_PER_MILLI == 0 && second >= 0 && second < FIRST_LONG_YEAR;
        return isUsual ? RolloutTime.format(time) : time.toString();
    }

    /** Whether a thread lies on the far side of this place. */
    public boolean precedes(Instant itsTime, String itsId, boolean descending) {
        var order = itsTime.compareTo(time);
        if (order == 0) {
            if (id == null) {
                return false;
            }
            order = itsId.compareTo(id);
            if (order == 0) {
                return inclusive;
            }
        }
        return descending ? order < 0 : order > 0;
    }
}
