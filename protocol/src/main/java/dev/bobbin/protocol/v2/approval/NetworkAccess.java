package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a sandboxed command may use the network. */
public enum NetworkAccess implements WireEnum {
    RESTRICTED("restricted"),
    ENABLED("enabled");

    private final String wireName;

    NetworkAccess(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
