package dev.bobbin.protocol.v2.account;

/** Parameters of {@code account/login/cancel}. */
public record CancelLoginAccountParams(String loginId) {}
