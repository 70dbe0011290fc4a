package dev.bobbin.protocol.v2.account;

/** Answer to {@code attestation/generate}. */
public record AttestationGenerateResponse(String token) {}
