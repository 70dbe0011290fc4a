package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** The single pieces behind something that can be taken over. */
public record MigrationDetails(
        @Defaulted List<PluginsMigration> plugins,
        @Defaulted List<SessionMigration> sessions,
        @Defaulted List<McpServerMigration> mcpServers,
        @Defaulted List<HookMigration> hooks,
        @Defaulted List<SubagentMigration> subagents,
        @Defaulted List<CommandMigration> commands) {}
