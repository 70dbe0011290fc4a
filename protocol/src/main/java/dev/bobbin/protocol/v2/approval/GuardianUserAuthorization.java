package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** How clearly the user has authorised an action, in the reviewer's eyes. */
public enum GuardianUserAuthorization implements WireEnum {
    UNKNOWN("unknown"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String wireName;

    GuardianUserAuthorization(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
