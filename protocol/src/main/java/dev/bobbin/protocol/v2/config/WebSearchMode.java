package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Where web searches get their pages. */
public enum WebSearchMode implements WireEnum {
    DISABLED("disabled"),
    CACHED("cached"),
    LIVE("live");

    private final String wireName;

    WebSearchMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
