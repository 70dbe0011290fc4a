package dev.bobbin.appserver.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Something that a model's answer brought. Item ids are the model's; some providers leave them out of deltas. */
public sealed interface ModelEvent {
    /** The answer has begun. */
    record Created(@Nullable String responseId) implements ModelEvent {}

    /** An item has begun; deltas that follow fill it, {@link ItemDone} brings it whole. Not every item is announced. */
    record ItemAdded(ObjectNode item) implements ModelEvent {}

    record TextDelta(@Nullable String itemId, String delta) implements ModelEvent {}

    record ReasoningSummaryPartAdded(@Nullable String itemId, long summaryIndex) implements ModelEvent {}

    record ReasoningSummaryDelta(@Nullable String itemId, long summaryIndex, String delta) implements ModelEvent {}

    record ReasoningTextDelta(@Nullable String itemId, long contentIndex, String delta) implements ModelEvent {}

    /** More of the input of a tool call that is still being written. */
    record ToolInputDelta(@Nullable String itemId, @Nullable String callId, String delta) implements ModelEvent {}

    /**
     * An item is complete.
     *
     * @param raw its JSON as the model sent it
     * @param item the same as a tree
     */
    record ItemDone(RawJson raw, ObjectNode item) implements ModelEvent {}

    /** What the provider says about limits. Comes before {@link Completed}, usually first. */
    record RateLimits(RateLimitReport report) implements ModelEvent {}

    /**
     * The answer is complete. Always the last event.
     *
     * @param endsTurn whether the model has no more to say; if not, it is asked again at once
     */
    record Completed(String responseId, @Nullable TokenUsage usage, boolean endsTurn) implements ModelEvent {
        public Completed(String responseId, @Nullable TokenUsage usage) {
            this(responseId, usage, true);
        }
    }
}
