package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** How a written value joins the one before. */
public enum MergeStrategy implements WireEnum {
    REPLACE("replace"),
    UPSERT("upsert");

    private final String wireName;

    MergeStrategy(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
