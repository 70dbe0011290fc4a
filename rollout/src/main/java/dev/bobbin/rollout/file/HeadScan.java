package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.EventKind;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.LineKind;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.SessionMeta;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads no more of a rollout than it takes to list its thread. */
public final class HeadScan {
    /** A session_meta that is not among the first lines is not looked for. */
    private static final int META_LINES = 10;
    /** How far to look for the first user message behind it. */
    private static final int MESSAGE_LINES = 210;

    /** A buffer this long holds the heads of nearly all rollouts. */
    public static final int BUFFER_BYTES = 64 << 10;

    private @Nullable SessionMeta meta;
    private @Nullable String preview;
    private @Nullable String firstUserMessage;

    private HeadScan() {}

    /**
     * Scans the head of a rollout.
     *
     * @return null if there is no session_meta among its first lines
     * @throws IOException if the file cannot be read
     */
    public static @Nullable RolloutSummary scan(Path path) throws IOException {
        var head = read(path);
        if (head.meta == null) {
            return null;
        }
        var file = RolloutPaths.existing(path);
        if (file == null) {
            throw new NoSuchFileException(path.toString());
        }
        return head.summary(Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    }

    /**
     * The same with less work, for the reading of many.
     *
     * @param file as it lies on disk, maybe compressed
     * @param attributes of that file, from just before
     * @param buffer of any content, overwritten; best of {@link #BUFFER_BYTES}
     */
    public static @Nullable RolloutSummary scan(Path file, BasicFileAttributes attributes, byte[] buffer)
            throws IOException {
        var head = RolloutPaths.isCompressed(file) ? null : readUsual(file, attributes.size(), buffer);
        if (head == null) {
            head = read(file);
        }
        return head.meta == null
                ? null
                : head.summary(attributes.lastModifiedTime().toInstant(), attributes.size());
    }

    /** By one call to the system; null if the head is longer than the buffer, or holds anything but whole lines in order. */
    private static @Nullable HeadScan readUsual(Path file, long size, byte[] buffer) throws IOException {
        var head = new HeadScan();
        int end;
        try (var in = new FileInputStream(file.toFile())) {
            end = in.read(buffer, 0, (int) Math.min(buffer.length, size + 1));
        } catch (FileNotFoundException e) {
            return null;
        }
        var at = 0;
        for (var lines = 0; at < end && lines < (head.meta == null ? META_LINES : MESSAGE_LINES); lines++) {
            var line = buffer[at] == '{' ? RawLine.first(buffer, at, end, 0) : null;
            if (line == null) {
                return null;
            }
            head.accept(line);
            if (head.isComplete()) {
                return head;
            }
            at += line.length();
            while (buffer[at] != '\n') {
                at++;
            }
            at++;
        }
        return null;
    }

    private static HeadScan read(Path path) throws IOException {
        var head = new HeadScan();
        try (var reader = RolloutReader.open(path)) {
            reader.stopAfterLines(META_LINES);
            for (var line = reader.next(); line != null && !head.isComplete(); line = reader.next()) {
                head.accept(line);
                if (head.meta != null) {
                    reader.stopAfterLines(MESSAGE_LINES);
                }
            }
        }
        return head;
    }

    /**
     * Who the thread is.
     *
     * @return null if something else said in the thread comes before the session_meta, or there is none near the start
     */
    public static @Nullable SessionMeta readMeta(Path path) throws IOException {
        try (var reader = RolloutReader.open(path)) {
            reader.stopAfterLines(MESSAGE_LINES);
            for (var line = reader.next(); line != null; line = reader.next()) {
                if (line.kind() == LineKind.SESSION_META) {
                    return line.parse() instanceof SessionMeta meta ? meta : null;
                }
                if (line.kind() == LineKind.RESPONSE_ITEM) {
                    return null;
                }
            }
            return null;
        }
    }

    private void accept(RawLine line) {
        if (line.kind() == LineKind.SESSION_META && meta == null) {
            meta = line.identity();
        } else if (line.eventType() == EventKind.USER_MESSAGE
                && line.parse() instanceof RolloutEvent.UserMessage message) {
            userMessage(message);
        } else if (line.eventType() == EventKind.THREAD_GOAL_UPDATED
                && line.parse() instanceof RolloutEvent.ThreadGoalUpdated goal) {
            goal(goal);
        }
    }

    private void userMessage(RolloutEvent.UserMessage message) {
        var shown = message.preview();
        if (shown == null) {
            return;
        }
        if (firstUserMessage == null) {
            firstUserMessage = shown;
        }
        if (preview == null) {
            preview = shown;
        }
    }

    private void goal(RolloutEvent.ThreadGoalUpdated goal) {
        var objective = JsonFields.of(goal.goal()).string("objective", "").strip();
        if (preview == null && !objective.isEmpty()) {
            preview = objective;
        }
    }

    private boolean isComplete() {
        return meta != null && preview != null && firstUserMessage != null;
    }

    private RolloutSummary summary(Instant modified, long size) {
        return new RolloutSummary(Objects.requireNonNull(meta), preview, firstUserMessage, modified, size);
    }
}
