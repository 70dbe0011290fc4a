package dev.bobbin.protocol.v2.notice;

/** Announced as {@code guardianWarning}. */
public record GuardianWarningNotification(String threadId, String message) {}
