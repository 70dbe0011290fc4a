package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a Unix socket may be used. */
public enum NetworkUnixSocketPermission implements WireEnum {
    ALLOW("allow"),
    DENY("deny");

    private final String wireName;

    NetworkUnixSocketPermission(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
