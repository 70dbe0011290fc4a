package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code account/chatgptAuthTokens/refresh}. */
public record ChatgptAuthTokensRefreshParams(
        ChatgptAuthTokensRefreshReason reason, @Nullable String previousAccountId) {}
