package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Where data must stay. */
public enum ResidencyRequirement implements WireEnum {
    US("us");

    private final String wireName;

    ResidencyRequirement(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
