package dev.bobbin.rollout.file;

import dev.bobbin.protocol.json.ByteScan;
import dev.bobbin.rollout.line.JsonSyntax;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawLine;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rollout as a stream, holding one line at a time.
 *
 * <p>Tolerant: a byte order mark, {@code \r\n}, blank lines, a last line without its newline, bytes that are not UTF-8 and
 * lines that are no records do not stop it; {@link #report} counts them. A record behind a fragment on one line (an append
 * to an unrepaired torn tail) is found. Lines above {@link #MAX_LINE_BYTES} are skipped as broken. One thread at a time.
 */
public final class RolloutReader implements AutoCloseable {
    /** Bounds the memory a reader needs, whatever the file holds. */
    public static final int MAX_LINE_BYTES = 64 << 20;

    private static final int USUAL_BUFFER = 256 << 10;

    private final InputStream in;
    private final int maxLineBytes;
    private byte[] buffer;
    /** What is read and not yet delivered lies between these two. */
    private int from;

    private int to;
    /** Where the buffer's first byte stands in the file. */
    private long base;

    private long lineStart;
    /** Where the line begins that was passed over last, as long as nothing was read since. */
    private int passed;

    private boolean atEnd;
    private boolean atStart = true;
    /** Hears of the items that are passed over; null if none are. */
    private @Nullable PassedOver onPassed;

    private long lines;
    private long lastLine = Long.MAX_VALUE;
    private int items;
    private long broken;
    private long salvaged;
    private long repaired;
    /** Rest of a line that holds more than one record. */
    private @Nullable GluedLine glued;

    RolloutReader(InputStream in, long expectedBytes, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
        this.buffer = new byte[(int) Math.clamp(expectedBytes + 1, 4096, USUAL_BUFFER)];
    }

    /**
     * Opens the plain file if there is one, else the compressed one.
     *
     * @param path plain or compressed name; links are followed
     * @throws NoSuchFileException if there is neither
     */
    public static RolloutReader open(Path path) throws IOException {
        return open(path, 0);
    }

    /**
     * As {@link #open(Path)}, but passes over what is before the line that begins at a byte, if the file is not compressed.
     *
     * @param from where a line begins, see {@link #lineStart}
     */
    public static RolloutReader open(Path path, long from) throws IOException {
        var plain = RolloutPaths.logical(path);
        for (var attempt = 0; ; attempt++) {
            var file = RolloutPaths.existing(path);
            if (file == null) {
                // A directory or device: let the system say so.
                file = Files.exists(plain) ? plain : null;
            }
            if (file == null) {
                throw new NoSuchFileException(plain.toString());
            }
            try {
                return RolloutPaths.isCompressed(file) ? openCompressed(file) : openPlain(file, from);
            } catch (IOException e) {
                // It may have changed from one form to the other since it was looked for.
                if (attempt == 2 || Files.exists(file)) {
                    throw e;
                }
            }
        }
    }

    private static RolloutReader openPlain(Path file, long from) throws IOException {
        var in = new FileInputStream(file.toFile());
        try {
            in.getChannel().position(from);
            var reader = new RolloutReader(in, Files.size(file) - from, MAX_LINE_BYTES);
            reader.base = from;
            reader.atStart = from == 0;
            return reader;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static RolloutReader openCompressed(Path file) throws IOException {
        return new RolloutReader(Compressed.decompressing(file), USUAL_BUFFER, MAX_LINE_BYTES);
    }

    /** Gives every line of a rollout to the sink. */
    public static ReadReport read(Path path, LineSink sink) throws IOException {
        try (var reader = open(path)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                sink.accept(line);
            }
            return reader.report();
        }
    }

    /**
     * From now on passes over what tools were asked and what they answered, sealed reasoning, what the model said and the
     * like: response items that are no messages to the model, as far as their lines look whole. They count as items,
     * unchecked.
     */
    public RolloutReader withoutModelItems() {
        return withoutModelItems(() -> {});
    }

    /** Hears of lines that are passed over. */
    @FunctionalInterface
    interface PassedOver {
        /** One was, and can be {@linkplain RolloutReader#writePassed written} now. */
        void passed() throws IOException;
    }

    /** As {@link #withoutModelItems()}, but what is passed over is told of. */
    RolloutReader withoutModelItems(PassedOver told) {
        onPassed = told;
        return this;
    }

    /** Makes the file end behind that many lines that are not blank, readable or not. */
    void stopAfterLines(long count) {
        lastLine = count;
    }

    /** What was met so far. */
    public ReadReport report() {
        return new ReadReport(lines, items, broken, salvaged, repaired);
    }

    /** Where the line that was last given begins, in bytes from the beginning of the text. */
    public long lineStart() {
        return lineStart;
    }

    /** The next readable line, good until the next call; null at the end. */
    public @Nullable RawLine next() throws IOException {
        while (true) {
            if (glued != null) {
                var line = glued.next(items);
                if (line != null) {
                    salvaged++;
                    return counted(line);
                }
                glued = null;
            }
            if (lines >= lastLine) {
                return null;
            }
            if (onPassed != null && passOver()) {
                onPassed.passed();
                continue;
            }
            lineStart = base + from;
            var usual = usualLine();
            if (usual != null) {
                return counted(usual);
            }
            var lineEnd = lineEnd();
            if (lineEnd < 0) {
                return null;
            }
            lineStart = base + from;
            var line = take(lineEnd);
            if (line != null) {
                return counted(line);
            }
        }
    }

    /** Passes over what comes next if it is a line that is an item of the model or its tools and looks whole. */
    private boolean passOver() throws IOException {
        while (to - from < ResponseLines.LEAST_LENGTH && !atEnd) {
            fill();
        }
        if (!ResponseLines.beginsAt(buffer, from, to)) {
            return false;
        }
        var end = ResponseLines.endOfWhole(buffer, from, to);
        if (end < 0) {
            // A line that is too long is skipped on the way, and another one lies there then.
            var last = lineEnd();
            end = last < 0 || !ResponseLines.beginsAt(buffer, from, to)
                    ? -1
                    : ResponseLines.endOfWhole(buffer, from, Math.min(last + 1, to));
        }
        if (end < 0) {
            return false;
        }
        passed = from;
        from = end + 1;
        lines++;
        items++;
        return true;
    }

    /** Length of the line that was just passed over, with its newline. */
    int passedLength() {
        return from - passed;
    }

    /** Appends the line that was just passed over, byte for byte but for the time it was written. */
    void writePassed(String time, LineBuffer out) {
        var start = ResponseLines.timeStart(buffer, passed);
        out.raw(buffer, passed, start).ascii(time);
        out.raw(buffer, ResponseLines.timeEnd(buffer, start), from);
    }

    /** Counts items as if there were others before the first one. */
    void countFrom(int count) {
        items = count;
    }

    /** The next line if it is in order and wholly in the buffer: nearly all of them, checked in one pass. */
    private @Nullable RawLine usualLine() {
        if (from == to || buffer[from] != '{') {
            return null;
        }
        var line = RawLine.first(buffer, from, to, items);
        if (line == null || line.length() > maxLineBytes) {
            return null;
        }
        lines++;
        atStart = false;
        from += line.length();
        while (buffer[from] != '\n') {
            from++;
        }
        from++;
        return line;
    }

    private RawLine counted(RawLine line) {
        if (line.isItem()) {
            items++;
        }
        return line;
    }

    /** Classifies the line from {@code from} to {@code end} and moves on; null if it is blank or broken. */
    private @Nullable RawLine take(int end) {
        var start = from;
        from = Math.min(end + 1, to);
        if (atStart) {
            atStart = false;
            start += byteOrderMark(start, end);
        }
        if (isBlank(start, end)) {
            return null;
        }
        lines++;
        var bytes = buffer;
        if (!JsonSyntax.isUtf8(buffer, start, end)) {
            repaired++;
            bytes = new String(buffer, start, end - start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            start = 0;
            end = bytes.length;
        }
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        var line = RawLine.of(bytes, start, end, items);
        if (line == null) {
            broken++;
            glued = new GluedLine(bytes, start, end);
        }
        return line;
    }

    private int byteOrderMark(int start, int end) {
        return end - start >= 3
                        && buffer[start] == (byte) 0xef
                        && buffer[start + 1] == (byte) 0xbb
                        && buffer[start + 2] == (byte) 0xbf
                ? 3
                : 0;
    }

    private boolean isBlank(int start, int end) {
        for (var i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Where the line at {@code from} ends, reading on as needed; -1 at the end of the file. */
    private int lineEnd() throws IOException {
        var seen = from;
        while (true) {
            var end = indexOfNewline(seen);
            if (end < 0 && to - from <= maxLineBytes && !atEnd) {
                var length = to - from;
                fill();
                seen = from + length;
                continue;
            }
            if (end < 0 && atEnd) {
                end = from < to ? to : -1;
            }
            if (end < 0 ? atEnd : end - from <= maxLineBytes) {
                return end;
            }
            skipLine();
            seen = from;
        }
    }

    private int indexOfNewline(int start) {
        var at = ByteScan.find(buffer, start, to, '\n', '\n');
        return at < to ? at : -1;
    }

    /** Reads more, behind what is there. */
    private void fill() throws IOException {
        var length = to - from;
        if (from > 0 || buffer.length > USUAL_BUFFER) {
            makeRoom(length);
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, maxLineBytes + USUAL_BUFFER));
        }
        var count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            atEnd = true;
        } else {
            to += count;
        }
    }

    /** Moves what is left to the front, and lets go of a buffer that one long line made large. */
    private void makeRoom(int length) {
        var target = buffer.length > USUAL_BUFFER && length < USUAL_BUFFER / 2 ? new byte[USUAL_BUFFER] : buffer;
        System.arraycopy(buffer, from, target, 0, length);
        buffer = target;
        base += from;
        from = 0;
        to = length;
    }

    /** Drops a line that is too long. */
    private void skipLine() throws IOException {
        lines++;
        broken++;
        atStart = false;
        while (true) {
            var end = indexOfNewline(from);
            if (end >= 0) {
                from = end + 1;
                return;
            }
            base += to;
            from = 0;
            to = 0;
            if (atEnd) {
                return;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
