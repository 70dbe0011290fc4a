package dev.bobbin.appserver.config;

import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import org.jspecify.annotations.Nullable;

/**
 * How much a model thinks, and what of that is shown. Null leaves it to the model.
 *
 * @param supported {@code model_supports_reasoning_summaries}: true sends reasoning settings to models that are not known
 * @param showRaw {@code show_raw_agent_reasoning}: also show unsummarised reasoning
 */
public record ReasoningSettings(
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable Boolean supported,
        boolean showRaw) {}
