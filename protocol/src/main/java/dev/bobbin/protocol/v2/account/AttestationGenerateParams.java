package dev.bobbin.protocol.v2.account;

/** Parameters of {@code attestation/generate}. */
public record AttestationGenerateParams() {}
