package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a plugin may be used at all. */
public enum PluginAvailability implements WireEnum {
    AVAILABLE("AVAILABLE"),
    DISABLED_BY_ADMIN("DISABLED_BY_ADMIN");

    private final String wireName;

    PluginAvailability(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
