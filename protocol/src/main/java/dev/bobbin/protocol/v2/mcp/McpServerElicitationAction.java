package dev.bobbin.protocol.v2.mcp;

import dev.bobbin.protocol.wire.WireEnum;

/** What the user did with a tool server's question. */
public enum McpServerElicitationAction implements WireEnum {
    ACCEPT("accept"),
    DECLINE("decline"),
    CANCEL("cancel");

    private final String wireName;

    McpServerElicitationAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
