package dev.bobbin.protocol.v1;

import dev.bobbin.protocol.v2.account.AuthMode;
import org.jspecify.annotations.Nullable;

/** Answer to {@code getAuthStatus}. */
public record GetAuthStatusResponse(
        @Nullable AuthMode authMethod,
        @Nullable String authToken,
        @Nullable Boolean requiresOpenaiAuth) {}
