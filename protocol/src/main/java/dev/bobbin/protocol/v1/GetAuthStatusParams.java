package dev.bobbin.protocol.v1;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code getAuthStatus}. */
public record GetAuthStatusParams(
        @Nullable Boolean includeToken, @Nullable Boolean refreshToken) {}
