package dev.bobbin.appserver.config;

import dev.bobbin.protocol.wire.WireEnum;

/** How long a model's answers should be. */
public enum Verbosity implements WireEnum {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String wireName;

    Verbosity(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
