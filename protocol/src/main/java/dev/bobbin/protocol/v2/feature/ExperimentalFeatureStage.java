package dev.bobbin.protocol.v2.feature;

import dev.bobbin.protocol.wire.WireEnum;

/** How finished a feature is. */
public enum ExperimentalFeatureStage implements WireEnum {
    BETA("beta"),
    UNDER_DEVELOPMENT("underDevelopment"),
    STABLE("stable"),
    DEPRECATED("deprecated"),
    REMOVED("removed");

    private final String wireName;

    ExperimentalFeatureStage(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
