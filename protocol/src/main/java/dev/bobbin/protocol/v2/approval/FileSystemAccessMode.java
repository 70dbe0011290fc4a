package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** What may be done below a path. */
public enum FileSystemAccessMode implements WireEnum {
    READ("read"),
    WRITE("write"),
    DENY("deny");

    private final String wireName;

    FileSystemAccessMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
