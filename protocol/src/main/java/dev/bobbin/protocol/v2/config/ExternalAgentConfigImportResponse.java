package dev.bobbin.protocol.v2.config;

/** Answer to {@code externalAgentConfig/import}. */
public record ExternalAgentConfigImportResponse() {}
