package dev.bobbin.protocol.v2.notice;

import org.jspecify.annotations.Nullable;

/** Announced as {@code warning}. */
public record WarningNotification(@Nullable String threadId, String message) {}
