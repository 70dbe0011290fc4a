package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;
import java.util.List;

/** The ways of working together. */
public enum ModeKind implements WireEnum {
    PLAN("plan"),
    DEFAULT("default");

    private final String wireName;

    ModeKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Modes that there were once, all of which are the usual one now. */
    @Override
    public List<String> acceptedNames() {
        return this == DEFAULT ? List.of("code", "custom", wireName, "execute", "pair_programming") : List.of(wireName);
    }
}
