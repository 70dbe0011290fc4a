package dev.bobbin.protocol.v2.search;

/** Announced as {@code fuzzyFileSearch/sessionCompleted}. */
public record FuzzyFileSearchSessionCompletedNotification(String sessionId) {}
