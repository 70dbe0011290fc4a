package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** How far the model should trust lent context. */
public enum AdditionalContextKind implements WireEnum {
    UNTRUSTED("untrusted"),
    APPLICATION("application");

    private final String wireName;

    AdditionalContextKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
