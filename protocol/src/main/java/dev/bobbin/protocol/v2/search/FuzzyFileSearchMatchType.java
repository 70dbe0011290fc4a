package dev.bobbin.protocol.v2.search;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a match is a file or a directory. */
public enum FuzzyFileSearchMatchType implements WireEnum {
    FILE("file"),
    DIRECTORY("directory");

    private final String wireName;

    FuzzyFileSearchMatchType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
