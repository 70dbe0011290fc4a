package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.WireEnum;

/** A check that the account needs for some uses of a model. */
public enum ModelVerification implements WireEnum {
    TRUSTED_ACCESS_FOR_CYBER("trustedAccessForCyber");

    private final String wireName;

    ModelVerification(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
