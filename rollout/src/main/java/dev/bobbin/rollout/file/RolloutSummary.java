package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.SessionMeta;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a rollout tells about its thread.
 *
 * @param meta the first one in the file, without its instructions and tools
 * @param preview what stands for the thread in lists: its first user message or goal; null if neither is near the start
 * @param firstUserMessage as the user wrote it; null if it is not near the start
 * @param modified the file's time of modification
 * @param size bytes of the file as it lies on disk
 */
public record RolloutSummary(
        SessionMeta meta,
        @Nullable String preview,
        @Nullable String firstUserMessage,
        Instant modified,
        long size) {}
