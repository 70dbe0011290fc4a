package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** The stages of a spawned agent's life. */
public enum CollabAgentStatus implements WireEnum {
    PENDING_INIT("pendingInit"),
    RUNNING("running"),
    INTERRUPTED("interrupted"),
    COMPLETED("completed"),
    ERRORED("errored"),
    SHUTDOWN("shutdown"),
    NOT_FOUND("notFound");

    private final String wireName;

    CollabAgentStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
