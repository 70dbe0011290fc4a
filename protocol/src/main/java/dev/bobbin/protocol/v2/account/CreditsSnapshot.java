package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** The account's credits at a moment. */
public record CreditsSnapshot(
        boolean hasCredits, boolean unlimited, @Nullable String balance) {}
