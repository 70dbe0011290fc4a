package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** Announced as {@code account/login/completed}. */
public record AccountLoginCompletedNotification(
        @Nullable String loginId, boolean success, @Nullable String error) {}
