package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** How many of a turn's items a {@link Turn} carries. */
public enum TurnItemsView implements WireEnum {
    NOT_LOADED("notLoaded"),
    SUMMARY("summary"),
    FULL("full");

    private final String wireName;

    TurnItemsView(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
