package dev.bobbin.protocol.v2.feedback;

/** Answer to {@code feedback/upload}. */
public record FeedbackUploadResponse(String threadId) {}
