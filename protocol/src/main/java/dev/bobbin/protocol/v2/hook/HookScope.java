package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a hook belongs to a thread or to a turn. */
public enum HookScope implements WireEnum {
    THREAD("thread"),
    TURN("turn");

    private final String wireName;

    HookScope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
