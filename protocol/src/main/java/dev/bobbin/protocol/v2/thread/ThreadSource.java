package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** What a thread is for, in the client's own classification. */
public enum ThreadSource implements WireEnum {
    USER("user"),
    SUBAGENT("subagent"),
    MEMORY_CONSOLIDATION("memory_consolidation");

    private final String wireName;

    ThreadSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
