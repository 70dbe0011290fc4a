package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** Answer to {@code account/chatgptAuthTokens/refresh}. */
public record ChatgptAuthTokensRefreshResponse(
        String accessToken,
        String chatgptAccountId,
        @Nullable String chatgptPlanType) {}
