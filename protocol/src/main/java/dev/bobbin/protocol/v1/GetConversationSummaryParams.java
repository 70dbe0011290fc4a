package dev.bobbin.protocol.v1;

import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code getConversationSummary}: exactly one component is given.
 *
 * <p>With neither, the peer answers that data did not match any variant of untagged enum GetConversationSummaryParams.
 */
public record GetConversationSummaryParams(
        @Nullable String rolloutPath, @Nullable String conversationId) {}
