package dev.bobbin.protocol.v2.config;

import java.util.List;

/** Parameters of {@code externalAgentConfig/import}. */
public record ExternalAgentConfigImportParams(List<ExternalAgentConfigMigrationItem> migrationItems) {}
