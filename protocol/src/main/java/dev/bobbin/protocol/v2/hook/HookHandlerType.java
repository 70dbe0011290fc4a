package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of work a hook can do. */
public enum HookHandlerType implements WireEnum {
    COMMAND("command"),
    PROMPT("prompt"),
    AGENT("agent");

    private final String wireName;

    HookHandlerType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
