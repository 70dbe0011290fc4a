package dev.bobbin.rollout.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a rollout as bytes: checked to be JSON and classified, but not parsed.
 *
 * <p>A view on a reader's buffer: good only until the reader moves on, unless {@linkplain #copy copied}. What
 * {@link #parse} and {@link #payload} return may be kept.
 */
public final class RawLine {
    private final byte[] buffer;
    private final int start;
    private final int end;
    private final LineScan scan;
    private final int index;
    private @Nullable RolloutItem parsed;

    private RawLine(byte[] buffer, int start, int end, LineScan scan, int index) {
        this.buffer = buffer;
        this.start = start;
        this.end = end;
        this.scan = scan;
        this.index = index;
    }

    /**
     * Checks and classifies one line, given without its line end. Any order of the keys will do.
     *
     * @param index how many items the file has before this line
     * @return null if the line is not a whole object with timestamp, type and payload in valid UTF-8
     */
    public static @Nullable RawLine of(byte[] buffer, int start, int end, int index) {
        var scan = LineScan.of(buffer, start, end);
        return scan == null || JsonSyntax.skipBlanks(buffer, scan.close(), end) != end
                ? null
                : new RawLine(buffer, start, end, scan, index);
    }

    /**
     * Checks and classifies the line that begins at {@code start}, finding its end on the way: control characters, and so
     * line ends, cannot stand within strings.
     *
     * @param end end of what is in the buffer, lines behind this one included
     * @return null if there is no whole record followed by a newline
     */
    public static @Nullable RawLine first(byte[] buffer, int start, int end, int index) {
        var scan = LineScan.of(buffer, start, end);
        if (scan == null) {
            return null;
        }
        var at = JsonSyntax.skipBlanks(buffer, scan.close(), end);
        return at < end && buffer[at] == '\n' ? new RawLine(buffer, start, scan.close(), scan, index) : null;
    }

    /** The line that the item would make. */
    public static RawLine of(RolloutItem item, Instant timestamp, int index) {
        var out = new LineBuffer(1024);
        RolloutEncoder.line(item, timestamp, out);
        var line = of(out.array(), 0, out.size() - 1, index);
        if (line == null) {
            throw new IllegalArgumentException("item holds a value that is not JSON");
        }
        return line;
    }

    public LineKind kind() {
        return scan.kind();
    }

    /** {@link EventKind#UNKNOWN} for lines that are no events. */
    public EventKind eventType() {
        return scan.event();
    }

    /** Whether readers of the format see an item here: neither one of our records nor unknown to this version. */
    public boolean isItem() {
        return scan.item();
    }

    /** Number of items before this line; for an item, its 0-based position. */
    public int index() {
        return index;
    }

    /** Bytes without the line end. */
    public int length() {
        return end - start;
    }

    /** The {@code type}. */
    public String type() {
        return JsonStrings.decode(buffer, scan.typeStart(), scan.typeEnd());
    }

    /** The {@code type} within the payload; empty if there is none. */
    public String payloadType() {
        return JsonStrings.decode(buffer, scan.payloadTypeStart(), scan.payloadTypeEnd());
    }

    /** Whether the {@code type} within the payload is this one. */
    public boolean payloadTypeIs(String ascii) {
        return JsonFields.sameText(buffer, scan.payloadTypeStart(), scan.payloadTypeEnd(), ascii);
    }

    /** Whether the payload's text holds these bytes anywhere. */
    public boolean payloadContains(String ascii) {
        var last = scan.payloadEnd() - ascii.length();
        for (var at = scan.payloadStart(); at <= last; at++) {
            if (buffer[at] == ascii.charAt(0) && JsonFields.sameText(buffer, at, at + ascii.length(), ascii)) {
                return true;
            }
        }
        return false;
    }

    /** When the line was written; null if that is no time. */
    public @Nullable Instant timestamp() {
        return RolloutTime.parse(JsonStrings.decode(buffer, scan.timeStart(), scan.timeEnd()));
    }

    /** The payload's bytes, copied. */
    public RawJson payload() {
        return RawJson.of(buffer, scan.payloadStart(), scan.payloadEnd());
    }

    /** The payload's members, without a copy: good as long as this line. */
    public JsonFields payloadFields() {
        return scan.payload();
    }

    /** What the line says; unknown if something essential is missing. */
    public RolloutItem parse() {
        var item = parsed;
        if (item == null) {
            item = RolloutDecoder.item(this);
            parsed = item;
        }
        return item;
    }

    /** Who the thread is, by a session_meta without its instructions and tools, which may be long; null if it is none. */
    public @Nullable SessionMeta identity() {
        return scan.kind() == LineKind.SESSION_META ? RolloutDecoder.identity(scan.payload()) : null;
    }

    /** The same line, independent of the reader. */
    public RawLine copy() {
        var bytes = java.util.Arrays.copyOfRange(buffer, start, end);
        var copy = of(bytes, 0, bytes.length, index);
        if (copy == null) {
            throw new IllegalStateException("line used after its reader moved on");
        }
        return copy;
    }

    /** Appends the line and a newline as it stands. */
    public void writeTo(LineBuffer out) {
        out.raw(buffer, start, end).put('\n');
    }

    /**
     * Appends the line and a newline, byte for byte but for the time it was written.
     *
     * @param time as {@link RolloutTime#format} spells it
     */
    public void writeRestamped(String time, LineBuffer out) {
        out.raw(buffer, start, scan.timeStart()).ascii(time);
        out.raw(buffer, scan.timeEnd(), end).put('\n');
    }
}
