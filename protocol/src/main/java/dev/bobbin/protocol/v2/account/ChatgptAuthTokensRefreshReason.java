package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** Why the server needs fresh tokens. */
public enum ChatgptAuthTokensRefreshReason implements WireEnum {
    UNAUTHORIZED("unauthorized");

    private final String wireName;

    ChatgptAuthTokensRefreshReason(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
