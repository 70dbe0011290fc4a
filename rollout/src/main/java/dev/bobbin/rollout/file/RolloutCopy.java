package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Copies the lines of one rollout to the end of another, byte for byte but for their time, and shows on the way what the
 * other then holds: the lines that it had, and those that are copied, as a reader {@linkplain RolloutReader#withoutModelItems
 * without the items of the model and its tools} would give them.
 *
 * <p>They are copied unchecked, as far as their lines look whole. What else cannot be read is left out, and what is not
 * UTF-8 is repaired. Lines are gathered and written together; all are with the operating system when {@link #next} has
 * returned null, and some of them may be when anything fails before. Closing leaves the writer open. To be used by the
 * writer's thread only, which writes nothing else meanwhile.
 */
public final class RolloutCopy implements AutoCloseable {
    /** Copied lines are gathered up to this many bytes. */
    private static final int BATCH = 256 << 10;

    private final RolloutReader source;
    private final RolloutWriter target;
    private final String time;
    private final LineBuffer gathered = new LineBuffer(BATCH);
    /** Reads what the target had; null when that is done. */
    private @Nullable RolloutReader before;

    private long left;
    private long lineStart;
    /** Where the gathered lines will stand in the target. */
    private long end;

    private RolloutCopy(
            RolloutReader source, RolloutWriter target, RolloutReader before, long lineLimit, Instant time) {
        this.source = source.withoutModelItems(this::copyPassed);
        this.target = target;
        this.before = before.withoutModelItems();
        this.left = lineLimit;
        this.time = RolloutTime.format(time);
    }

    /**
     * Begins to copy.
     *
     * @param source plain or compressed name
     * @param lineLimit how many lines to copy at most, not counting those that are left out
     * @param time when the copies count as written
     */
    public static RolloutCopy open(Path source, RolloutWriter target, long lineLimit, Instant time) throws IOException {
        var reader = RolloutReader.open(source);
        try {
            return new RolloutCopy(reader, target, RolloutReader.open(target.path()), lineLimit, time);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Where the line that was last given begins in the target, in bytes. */
    public long lineStart() {
        return lineStart;
    }

    /** The next line of the target, good until the next call; null at the end, when all is written. */
    public @Nullable RawLine next() throws IOException {
        var reader = before;
        if (reader != null) {
            var line = reader.next();
            if (line != null) {
                lineStart = reader.lineStart();
                return line;
            }
            before = null;
            reader.close();
            source.countFrom(reader.report().items());
            end = target.checkedSize();
        }
        return copied();
    }

    private @Nullable RawLine copied() throws IOException {
        var line = left > 0 ? source.next() : null;
        if (line == null) {
            flush();
            return null;
        }
        makeRoom(line.length());
        lineStart = end + gathered.size();
        line.writeRestamped(time, gathered);
        left--;
        return line;
    }

    private void copyPassed() throws IOException {
        makeRoom(source.passedLength());
        source.writePassed(time, gathered);
        left--;
        if (left == 0) {
            source.stopAfterLines(0);
        }
    }

    private void makeRoom(int length) throws IOException {
        // A time is spelt in so few bytes.
        if (gathered.size() + length + 64 > BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        target.write(gathered);
        end += gathered.size();
        gathered.reset(BATCH);
    }

    @Override
    public void close() throws IOException {
        try (var closing = before) {
            source.close();
        }
    }
}
