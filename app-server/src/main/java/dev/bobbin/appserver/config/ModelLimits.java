package dev.bobbin.appserver.config;

import org.jspecify.annotations.Nullable;

/**
 * Sizes in tokens that differ from what is known of the model.
 *
 * @param contextWindow {@code model_context_window}
 * @param autoCompact {@code model_auto_compact_token_limit}: history longer than this is summarised
 * @param toolOutput {@code tool_output_token_limit}: longer output of a tool is shortened
 */
public record ModelLimits(
        @Nullable Long contextWindow,
        @Nullable Long autoCompact,
        @Nullable Long toolOutput) {}
