package dev.bobbin.protocol.v2.mcp;

import dev.bobbin.protocol.wire.WireEnum;

/** How much to tell about tool servers. */
public enum McpServerStatusDetail implements WireEnum {
    FULL("full"),
    TOOLS_AND_AUTH_ONLY("toolsAndAuthOnly");

    private final String wireName;

    McpServerStatusDetail(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
