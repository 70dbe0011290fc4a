package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a plugin may or must be installed. */
public enum PluginInstallPolicy implements WireEnum {
    NOT_AVAILABLE("NOT_AVAILABLE"),
    AVAILABLE("AVAILABLE"),
    INSTALLED_BY_DEFAULT("INSTALLED_BY_DEFAULT");

    private final String wireName;

    PluginInstallPolicy(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
