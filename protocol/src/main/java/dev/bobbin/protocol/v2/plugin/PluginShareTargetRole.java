package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** What a target may do with a shared plugin. */
public enum PluginShareTargetRole implements WireEnum {
    READER("reader"),
    EDITOR("editor");

    private final String wireName;

    PluginShareTargetRole(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
