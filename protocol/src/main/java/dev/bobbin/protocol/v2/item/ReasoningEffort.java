package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** How hard the model thinks. */
public enum ReasoningEffort implements WireEnum {
    NONE("none"),
    MINIMAL("minimal"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    XHIGH("xhigh");

    private final String wireName;

    ReasoningEffort(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
