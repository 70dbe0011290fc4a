package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.WireEnum;

/** Which stream a piece of output came from. */
public enum ProcessOutputStream implements WireEnum {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String wireName;

    ProcessOutputStream(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
