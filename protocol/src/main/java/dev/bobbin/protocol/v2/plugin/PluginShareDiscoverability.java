package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** Who can find a shared plugin. */
public enum PluginShareDiscoverability implements WireEnum {
    LISTED("LISTED"),
    UNLISTED("UNLISTED"),
    PRIVATE("PRIVATE");

    private final String wireName;

    PluginShareDiscoverability(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
