package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.SessionMeta;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread to open a writer for.
 *
 * @param meta the first line of its history; its git facts are replaced by what {@code git} finds
 * @param createdAt the moment in {@code meta.timestamp()}, millisecond precision
 * @param git looked at once, when the history is materialised; may do I/O
 */
public record CreateThread(SessionMeta meta, Instant createdAt, Supplier<@Nullable GitInfo> git) {
    public String threadId() {
        return meta.id();
    }
}
