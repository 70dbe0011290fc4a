package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** Announced as {@code account/updated}. */
public record AccountUpdatedNotification(
        @Nullable AuthMode authMode, @Nullable PlanType planType) {}
