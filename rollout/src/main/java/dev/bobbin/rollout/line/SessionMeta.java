package dev.bobbin.rollout.line;

import org.jspecify.annotations.Nullable;

/**
 * Who a thread is. The first one in a file gives its identity; later ones with the same id change git data or memory mode,
 * those with another id were copied along from the thread that was forked.
 *
 * @param timestamp creation in UTC, as spelled
 * @param source {@code "vscode"} and the like, or an object for sub-agents
 * @param modelProvider null in old files
 * @param baseInstructions {@code {"text":...}}
 * @param dynamicTools array of the client's tools; null if none
 * @param git null outside a repository, and in later ones to keep what was
 */
public record SessionMeta(
        String id,
        @Nullable String forkedFromId,
        @Nullable String parentThreadId,
        String timestamp,
        String cwd,
        String originator,
        String cliVersion,
        RawJson source,
        @Nullable String threadSource,
        @Nullable String agentNickname,
        @Nullable String agentRole,
        @Nullable String agentPath,
        @Nullable String modelProvider,
        @Nullable RawJson baseInstructions,
        @Nullable RawJson dynamicTools,
        @Nullable String memoryMode,
        @Nullable String multiAgentVersion,
        @Nullable GitInfo git)
        implements RolloutItem {
    /** The same with other git data and memory mode, as metadata updates append it. */
    public SessionMeta with(@Nullable GitInfo newGit, @Nullable String newMemoryMode) {
        return new SessionMeta(
                id,
                forkedFromId,
                parentThreadId,
                timestamp,
                cwd,
                originator,
                cliVersion,
                source,
                threadSource,
                agentNickname,
                agentRole,
                agentPath,
                modelProvider,
                baseInstructions,
                dynamicTools,
                newMemoryMode,
                multiAgentVersion,
                newGit);
    }
}
