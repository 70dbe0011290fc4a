package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a list ascends or descends. */
public enum SortDirection implements WireEnum {
    ASC("asc"),
    DESC("desc");

    private final String wireName;

    SortDirection(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
