package dev.bobbin.protocol.v2.review;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a review runs in the thread itself or in one of its own. */
public enum ReviewDelivery implements WireEnum {
    INLINE("inline"),
    DETACHED("detached");

    private final String wireName;

    ReviewDelivery(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
