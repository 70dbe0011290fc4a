package dev.bobbin.protocol.v2.config;

/** Announced as {@code externalAgentConfig/import/completed}. */
public record ExternalAgentConfigImportCompletedNotification() {}
