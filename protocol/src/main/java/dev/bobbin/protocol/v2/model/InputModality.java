package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.WireEnum;

/** A kind of input that a model takes. */
public enum InputModality implements WireEnum {
    TEXT("text"),
    IMAGE("image");

    private final String wireName;

    InputModality(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
