package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether memories may be drawn from a thread. */
public enum ThreadMemoryMode implements WireEnum {
    ENABLED("enabled"),
    DISABLED("disabled");

    private final String wireName;

    ThreadMemoryMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
