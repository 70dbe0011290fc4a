package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** What an active thread waits for. */
public enum ThreadActiveFlag implements WireEnum {
    WAITING_ON_APPROVAL("waitingOnApproval"),
    WAITING_ON_USER_INPUT("waitingOnUserInput");

    private final String wireName;

    ThreadActiveFlag(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
