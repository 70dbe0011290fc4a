package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** When a plugin asks to sign in. */
public enum PluginAuthPolicy implements WireEnum {
    ON_INSTALL("ON_INSTALL"),
    ON_USE("ON_USE");

    private final String wireName;

    PluginAuthPolicy(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
