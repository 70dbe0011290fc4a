package dev.bobbin.protocol.v2.config;

import java.util.List;

/** Answer to {@code externalAgentConfig/detect}. */
public record ExternalAgentConfigDetectResponse(List<ExternalAgentConfigMigrationItem> items) {}
