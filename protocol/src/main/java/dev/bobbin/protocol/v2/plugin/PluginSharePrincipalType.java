package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of principal. */
public enum PluginSharePrincipalType implements WireEnum {
    USER("user"),
    GROUP("group"),
    WORKSPACE("workspace");

    private final String wireName;

    PluginSharePrincipalType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
