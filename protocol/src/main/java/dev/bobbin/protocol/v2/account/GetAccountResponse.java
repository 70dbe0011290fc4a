package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** Answer to {@code account/read}. */
public record GetAccountResponse(@Nullable Account account, boolean requiresOpenaiAuth) {}
