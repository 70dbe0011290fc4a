package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** What led the user to start a thread. */
public enum ThreadStartSource implements WireEnum {
    STARTUP("startup"),
    CLEAR("clear");

    private final String wireName;

    ThreadStartSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
