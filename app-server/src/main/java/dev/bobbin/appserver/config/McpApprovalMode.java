package dev.bobbin.appserver.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the user is asked before a tool server's tool is called. */
public enum McpApprovalMode implements WireEnum {
    /** If the tool says of itself that it may do harm, or says nothing. */
    AUTO("auto"),
    /** Always. */
    PROMPT("prompt"),
    /** Never. */
    APPROVE("approve");

    private final String wireName;

    McpApprovalMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
