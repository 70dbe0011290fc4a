package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** The tools by which one agent works with others. */
public enum CollabAgentTool implements WireEnum {
    SPAWN_AGENT("spawnAgent"),
    SEND_INPUT("sendInput"),
    RESUME_AGENT("resumeAgent"),
    WAIT("wait"),
    CLOSE_AGENT("closeAgent");

    private final String wireName;

    CollabAgentTool(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
