package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** Who shall be able to find a shared plugin. */
public enum PluginShareUpdateDiscoverability implements WireEnum {
    UNLISTED("UNLISTED"),
    PRIVATE("PRIVATE");

    private final String wireName;

    PluginShareUpdateDiscoverability(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
