package dev.bobbin.protocol.v2.command;

import dev.bobbin.protocol.wire.WireEnum;

/** Which stream a piece of output came from. */
public enum CommandExecOutputStream implements WireEnum {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String wireName;

    CommandExecOutputStream(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
