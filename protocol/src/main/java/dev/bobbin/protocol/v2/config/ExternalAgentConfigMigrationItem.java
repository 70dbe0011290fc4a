package dev.bobbin.protocol.v2.config;

import org.jspecify.annotations.Nullable;

/** Something of another agent's setup that can be taken over. */
public record ExternalAgentConfigMigrationItem(
        ExternalAgentConfigMigrationItemType itemType,
        String description,
        @Nullable String cwd,
        @Nullable MigrationDetails details) {}
