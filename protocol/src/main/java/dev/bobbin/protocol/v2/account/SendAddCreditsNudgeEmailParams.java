package dev.bobbin.protocol.v2.account;

/** Parameters of {@code account/sendAddCreditsNudgeEmail}. */
public record SendAddCreditsNudgeEmailParams(AddCreditsNudgeCreditType creditType) {}
