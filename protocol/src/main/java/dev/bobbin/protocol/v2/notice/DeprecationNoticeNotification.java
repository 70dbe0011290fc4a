package dev.bobbin.protocol.v2.notice;

import org.jspecify.annotations.Nullable;

/** Announced as {@code deprecationNotice}. */
public record DeprecationNoticeNotification(
        String summary, @Nullable String details) {}
