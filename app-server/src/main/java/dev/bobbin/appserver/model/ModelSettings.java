package dev.bobbin.appserver.model;

import dev.bobbin.appserver.config.Verbosity;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one request that a model understands, as {@link ModelTraits#settings} makes them.
 *
 * @param reasoning null sends none and asks for no encrypted reasoning
 * @param serviceTier {@code priority} or {@code flex}
 */
public record ModelSettings(
        boolean parallelToolCalls,
        @Nullable Reasoning reasoning,
        @Nullable Verbosity verbosity,
        @Nullable String serviceTier) {
    /** Null leaves it to the model. */
    public record Reasoning(
            @Nullable ReasoningEffort effort, @Nullable ReasoningSummary summary) {}
}
