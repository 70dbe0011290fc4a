package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** What a principal may do with a shared plugin. */
public enum PluginSharePrincipalRole implements WireEnum {
    READER("reader"),
    EDITOR("editor"),
    OWNER("owner");

    private final String wireName;

    PluginSharePrincipalRole(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
