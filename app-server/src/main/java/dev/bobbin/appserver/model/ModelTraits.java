package dev.bobbin.appserver.model;

import dev.bobbin.appserver.config.Verbosity;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model. Names with a suffix count as the model they begin with.
 *
 * @param known whether the model is one of those that have traits of their own
 * @param contextWindow tokens that a thread may fill, with room left for the answer
 * @param patchTool whether the model was taught the patch tool
 * @param priorityTier whether a thread can be started on the {@code priority} tier
 * @param defaultSummary null asks for none
 */
public record ModelTraits(
        boolean known,
        long contextWindow,
        boolean reasons,
        boolean parallelToolCalls,
        boolean patchTool,
        boolean priorityTier,
        @Nullable ReasoningEffort defaultEffort,
        @Nullable ReasoningSummary defaultSummary,
        @Nullable Verbosity defaultVerbosity) {
    private static final long CONTEXT_WINDOW = 258_400;

    /** Traits of a model by name. */
    public static ModelTraits of(String model) {
        if (model.startsWith("gpt-5.4-mini")) {
            return known(false, null, Verbosity.MEDIUM);
        }
        if (model.startsWith("gpt-5.2")) {
            return known(false, ReasoningSummary.AUTO, Verbosity.LOW);
        }
        if (model.startsWith("gpt-5.5") || model.startsWith("gpt-5.4")) {
            return known(true, null, Verbosity.LOW);
        }
        if (model.startsWith("gpt-5.3-codex") || model.startsWith("codex-auto-review")) {
            return known(false, null, Verbosity.LOW);
        }
        return new ModelTraits(false, CONTEXT_WINDOW, false, false, false, false, null, ReasoningSummary.AUTO, null);
    }

    private static ModelTraits known(boolean priorityTier, @Nullable ReasoningSummary summary, Verbosity verbosity) {
        return new ModelTraits(
                true, CONTEXT_WINDOW, true, true, true, priorityTier, ReasoningEffort.MEDIUM, summary, verbosity);
    }

    /**
     * The settings to send, from what the user asked for.
     *
     * @param reasons true if the user says that the model reasons though that is not known
     */
    public ModelSettings settings(
            @Nullable ReasoningEffort effort,
            @Nullable ReasoningSummary summary,
            @Nullable Boolean reasons,
            @Nullable Verbosity verbosity,
            @Nullable String serviceTier) {
        ModelSettings.Reasoning reasoning = null;
        if (this.reasons || Boolean.TRUE.equals(reasons)) {
            var wanted = summary == null ? defaultSummary : summary;
            reasoning = new ModelSettings.Reasoning(
                    effort == null ? defaultEffort : effort, wanted == ReasoningSummary.NONE ? null : wanted);
        }
        var length = known && verbosity != null ? verbosity : defaultVerbosity;
        return new ModelSettings(parallelToolCalls, reasoning, length, known ? serviceTier : null);
    }
}
