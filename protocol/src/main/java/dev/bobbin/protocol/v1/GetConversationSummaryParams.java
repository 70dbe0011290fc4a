package dev.bobbin.protocol.v1;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code getConversationSummary}. */
public record GetConversationSummaryParams(
        @Nullable String rolloutPath, @Nullable String conversationId) {}
