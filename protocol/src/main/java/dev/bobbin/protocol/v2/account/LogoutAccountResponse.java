package dev.bobbin.protocol.v2.account;

/** Answer to {@code account/logout}. */
public record LogoutAccountResponse() {}
