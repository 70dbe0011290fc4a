package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether there was a login to cancel. */
public enum CancelLoginAccountStatus implements WireEnum {
    CANCELED("canceled"),
    NOT_FOUND("notFound");

    private final String wireName;

    CancelLoginAccountStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
