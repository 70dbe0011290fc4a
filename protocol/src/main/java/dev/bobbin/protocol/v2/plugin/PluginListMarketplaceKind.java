package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of marketplace to list. */
public enum PluginListMarketplaceKind implements WireEnum {
    LOCAL("local"),
    VERTICAL("vertical"),
    WORKSPACE_DIRECTORY("workspace-directory"),
    SHARED_WITH_ME("shared-with-me");

    private final String wireName;

    PluginListMarketplaceKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
