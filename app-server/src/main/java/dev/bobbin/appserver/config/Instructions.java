package dev.bobbin.appserver.config;

import org.jspecify.annotations.Nullable;

/**
 * Texts that replace or extend what models are told.
 *
 * @param base instead of the built-in instructions: {@code instructions}, or the text of {@code model_instructions_file}
 * @param developer in a developer message beside them: {@code developer_instructions}
 * @param compactPrompt asks for the summary of a long thread: {@code compact_prompt}
 */
public record Instructions(
        @Nullable String base,
        @Nullable String developer,
        @Nullable String compactPrompt) {}
