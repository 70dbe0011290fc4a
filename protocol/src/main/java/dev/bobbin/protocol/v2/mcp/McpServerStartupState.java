package dev.bobbin.protocol.v2.mcp;

import dev.bobbin.protocol.wire.WireEnum;

/** How far a tool server's start got. */
public enum McpServerStartupState implements WireEnum {
    STARTING("starting"),
    READY("ready"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String wireName;

    McpServerStartupState(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
