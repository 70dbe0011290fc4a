package dev.bobbin.protocol.v2.account;

/** Answer to {@code account/sendAddCreditsNudgeEmail}. */
public record SendAddCreditsNudgeEmailResponse(AddCreditsNudgeEmailStatus status) {}
