package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** How long granted permissions last. */
public enum PermissionGrantScope implements WireEnum {
    TURN("turn"),
    SESSION("session");

    private final String wireName;

    PermissionGrantScope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
