package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** How closely the model should look at an image. */
public enum ImageDetail implements WireEnum {
    AUTO("auto"),
    LOW("low"),
    HIGH("high"),
    ORIGINAL("original");

    private final String wireName;

    ImageDetail(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
