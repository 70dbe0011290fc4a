package dev.bobbin.protocol.v1;

/** Answer to {@code getConversationSummary}. */
public record GetConversationSummaryResponse(ConversationSummary summary) {}
