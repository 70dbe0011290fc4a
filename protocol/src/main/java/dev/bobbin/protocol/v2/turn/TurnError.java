package dev.bobbin.protocol.v2.turn;

import org.jspecify.annotations.Nullable;

/** Why a turn failed. */
public record TurnError(
        String message,
        @Nullable CodexErrorInfo codexErrorInfo,
        @Nullable String additionalDetails) {}
