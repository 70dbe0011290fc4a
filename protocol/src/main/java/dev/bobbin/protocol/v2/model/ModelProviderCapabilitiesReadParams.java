package dev.bobbin.protocol.v2.model;

/** Parameters of {@code modelProvider/capabilities/read}. */
public record ModelProviderCapabilitiesReadParams() {}
