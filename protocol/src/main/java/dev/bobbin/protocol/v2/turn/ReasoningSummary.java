package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** How much of its reasoning the model sums up. */
public enum ReasoningSummary implements WireEnum {
    AUTO("auto"),
    CONCISE("concise"),
    DETAILED("detailed"),
    NONE("none");

    private final String wireName;

    ReasoningSummary(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
