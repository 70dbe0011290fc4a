package dev.bobbin.rollout.line;

import org.jspecify.annotations.Nullable;

/**
 * The settings a turn ran with. Written once before each user message, and again after a compaction within a turn.
 *
 * @param approvalPolicy a word or, for granular policies, an object
 * @param sandboxPolicy as {@code {"type":"read-only"}}
 * @param permissionProfile null in old files, where the sandbox policy stands for it
 * @param summary reasoning summary; always written
 */
public record TurnContext(
        @Nullable String turnId,
        String cwd,
        @Nullable RawJson workspaceRoots,
        @Nullable String currentDate,
        @Nullable String timezone,
        RawJson approvalPolicy,
        RawJson sandboxPolicy,
        @Nullable RawJson permissionProfile,
        @Nullable RawJson network,
        @Nullable RawJson fileSystemSandboxPolicy,
        String model,
        @Nullable String personality,
        @Nullable RawJson collaborationMode,
        @Nullable String multiAgentVersion,
        @Nullable Boolean realtimeActive,
        @Nullable String effort,
        String summary)
        implements RolloutItem {
    /** Reads a {@code turn_context} payload; null if something essential is missing. */
    public static @Nullable TurnContext parse(RawJson payload) {
        return RolloutDecoder.turnContext(JsonFields.of(payload));
    }
}
