package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** What a list of threads is ordered by. */
public enum ThreadSortKey implements WireEnum {
    CREATED_AT("created_at"),
    UPDATED_AT("updated_at");

    private final String wireName;

    ThreadSortKey(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
