package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** Who started a command. */
public enum CommandExecutionSource implements WireEnum {
    AGENT("agent"),
    USER_SHELL("userShell"),
    UNIFIED_EXEC_STARTUP("unifiedExecStartup"),
    UNIFIED_EXEC_INTERACTION("unifiedExecInteraction");

    private final String wireName;

    CommandExecutionSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
