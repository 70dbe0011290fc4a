package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a thread without its history.
 *
 * @param threadId lower-case hyphenated UUID
 * @param rolloutPath logical path of the file (without {@code .zst}); null where the store keeps no files. The file
 *     may not exist yet
 * @param preview the first real user message, or empty
 * @param title derived from the first text the user sent, or empty; independent of the name
 * @param name the explicit name; never a derived title
 * @param createdAt millisecond precision
 * @param updatedAt millisecond precision
 * @param archivedAt null unless archived
 * @param source where the thread came from
 * @param threadSource {@code user}, {@code subagent}, {@code memory_consolidation} or null
 * @param approvalMode stored form, such as {@code on-request}
 * @param permissionProfile JSON as stored in the last turn context
 * @param tokensUsed total tokens of the thread so far
 * @param memoryMode {@code enabled}, {@code disabled} or {@code polluted}
 */
public record StoredThread(
        String threadId,
        @Nullable Path rolloutPath,
        @Nullable String forkedFromId,
        @Nullable String parentThreadId,
        String preview,
        String title,
        @Nullable String name,
        String modelProvider,
        @Nullable String model,
        @Nullable String reasoningEffort,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        String cwd,
        String cliVersion,
        SessionSource source,
        @Nullable String threadSource,
        @Nullable String agentNickname,
        @Nullable String agentRole,
        @Nullable String agentPath,
        @Nullable GitInfo gitInfo,
        String approvalMode,
        @Nullable RawJson permissionProfile,
        long tokensUsed,
        String memoryMode,
        @Nullable String firstUserMessage) {

    public boolean archived() {
        return archivedAt != null;
    }

    /** As lists show it: a name that only repeats the preview is no name. */
    public StoredThread asListed() {
        return name != null && name.equals(preview) ? toBuilder().name(null).build() : this;
    }

    /** A copy to change. */
    public StoredThreadBuilder toBuilder() {
        return new StoredThreadBuilder(this);
    }
}
