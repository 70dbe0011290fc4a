package dev.bobbin.protocol.v2.account;

/** Answer to {@code account/login/cancel}. */
public record CancelLoginAccountResponse(CancelLoginAccountStatus status) {}
