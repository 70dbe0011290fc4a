package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a written value takes effect. */
public enum WriteStatus implements WireEnum {
    OK("ok"),
    OK_OVERRIDDEN("okOverridden");

    private final String wireName;

    WriteStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
