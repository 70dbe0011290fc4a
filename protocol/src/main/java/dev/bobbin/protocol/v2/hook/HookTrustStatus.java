package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the user has agreed to run a hook as it is now. */
public enum HookTrustStatus implements WireEnum {
    MANAGED("managed"),
    UNTRUSTED("untrusted"),
    TRUSTED("trusted"),
    MODIFIED("modified");

    private final String wireName;

    HookTrustStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
