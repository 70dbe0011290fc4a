package dev.bobbin.rollout.line;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened in a thread and is shown to people: the payload of an {@code event_msg}. Times are Unix. */
public sealed interface RolloutEvent extends RolloutItem {
    /**
     * Which of them it is. To be preferred to a switch over types, for which the JDK makes a class at run time when it is
     * first used, on the way of a first turn.
     */
    default EventKind kind() {
        return EventKind.of(getClass());
    }

    /**
     * @param startedAt seconds
     * @param modelContextWindow tokens
     */
    record TaskStarted(
            String turnId,
            @Nullable String traceId,
            @Nullable Long startedAt,
            @Nullable Long modelContextWindow,
            String collaborationModeKind)
            implements RolloutEvent {}

    /** @param completedAt seconds */
    record TaskComplete(
            String turnId,
            @Nullable String lastAgentMessage,
            @Nullable Long completedAt,
            @Nullable Long durationMs,
            @Nullable Long timeToFirstTokenMs)
            implements RolloutEvent {}

    /**
     * @param turnId null in old files
     * @param reason {@code interrupted}, {@code replaced}, {@code review_ended} or {@code budget_limited}
     * @param completedAt seconds
     */
    record TurnAborted(
            @Nullable String turnId,
            String reason,
            @Nullable Long completedAt,
            @Nullable Long durationMs) implements RolloutEvent {}

    /**
     * @param imageDetails array beside {@code images}; null if none was given
     * @param localImages paths
     * @param textElements array of {@code {"byte_range":{"start","end"},"placeholder"}}; null for none
     */
    record UserMessage(
            @Nullable String clientId,
            String message,
            List<String> images,
            @Nullable RawJson imageDetails,
            List<String> localImages,
            @Nullable RawJson localImageDetails,
            @Nullable RawJson textElements)
            implements RolloutEvent {
        /** Editors put the context they add before this line, and what the user wrote behind it. */
        private static final String REQUEST_MARKER = "## My request for Codex:";

        /** What the user wrote, without blanks around it and without an editor's preamble; may be empty. */
        public String request() {
            var marker = message.indexOf(REQUEST_MARKER);
            return (marker < 0 ? message : message.substring(marker + REQUEST_MARKER.length())).strip();
        }

        /** What stands for the message in a list of threads: the request, or {@code [Image]}; null if there is neither. */
        public @Nullable String preview() {
            var request = request();
            if (!request.isEmpty()) {
                return request;
            }
            return images.isEmpty() && localImages.isEmpty() ? null : "[Image]";
        }
    }

    /** @param phase {@code commentary}, {@code final_answer} or null */
    record AgentMessage(
            String message,
            @Nullable String phase,
            @Nullable RawJson memoryCitation) implements RolloutEvent {}

    record AgentReasoning(String text) implements RolloutEvent {}

    record AgentReasoningRawContent(String text) implements RolloutEvent {}

    record TokenCount(
            @Nullable TokenUsageInfo info, @Nullable RawJson rateLimits) implements RolloutEvent {}

    record ContextCompacted() implements RolloutEvent {}

    record ThreadRolledBack(long numTurns) implements RolloutEvent {}

    record EnteredReviewMode(RawJson target, @Nullable String userFacingHint) implements RolloutEvent {}

    record ExitedReviewMode(@Nullable RawJson reviewOutput) implements RolloutEvent {}

    /**
     * @param changes object from path to change
     * @param status {@code completed}, {@code failed} or {@code declined}
     */
    record PatchApplyEnd(
            String callId, String turnId, String stdout, String stderr, boolean success, RawJson changes, String status)
            implements RolloutEvent {}

    /**
     * @param invocation {@code {server, tool, arguments}}
     * @param result {@code {"Ok":...}} or {@code {"Err":text}}
     */
    record McpToolCallEnd(
            String callId,
            RawJson invocation,
            @Nullable String mcpAppResourceUri,
            @Nullable String pluginId,
            Duration duration,
            RawJson result)
            implements RolloutEvent {}

    record WebSearchEnd(String callId, String query, RawJson action) implements RolloutEvent {}

    record ImageGenerationEnd(
            String callId,
            String status,
            @Nullable String revisedPrompt,
            String result,
            @Nullable String savedPath) implements RolloutEvent {}

    /** @param goal as clients see it */
    record ThreadGoalUpdated(String threadId, @Nullable String turnId, RawJson goal) implements RolloutEvent {}

    /** Kept for plans only. */
    record ItemCompleted(
            String threadId,
            String turnId,
            RawJson item,
            @Nullable Long completedAtMs) implements RolloutEvent {}

    /** One that is not kept by writers of this format, or not known. Copies keep it, replays ignore it. */
    record UnknownEvent(String type, RawJson payload) implements RolloutEvent {}
}
