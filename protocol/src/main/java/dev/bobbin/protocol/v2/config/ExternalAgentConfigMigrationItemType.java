package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of setup that can be taken over. */
public enum ExternalAgentConfigMigrationItemType implements WireEnum {
    AGENTS_MD("AGENTS_MD"),
    CONFIG("CONFIG"),
    SKILLS("SKILLS"),
    PLUGINS("PLUGINS"),
    MCP_SERVER_CONFIG("MCP_SERVER_CONFIG"),
    SUBAGENTS("SUBAGENTS"),
    HOOKS("HOOKS"),
    COMMANDS("COMMANDS"),
    SESSIONS("SESSIONS");

    private final String wireName;

    ExternalAgentConfigMigrationItemType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
