package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a domain may be reached. */
public enum NetworkDomainPermission implements WireEnum {
    ALLOW("allow"),
    DENY("deny");

    private final String wireName;

    NetworkDomainPermission(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
