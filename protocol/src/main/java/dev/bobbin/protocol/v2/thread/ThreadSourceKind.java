package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of origin that a list of threads can be restricted to. */
public enum ThreadSourceKind implements WireEnum {
    CLI("cli"),
    VSCODE("vscode"),
    EXEC("exec"),
    APP_SERVER("appServer"),
    SUB_AGENT("subAgent"),
    SUB_AGENT_REVIEW("subAgentReview"),
    SUB_AGENT_COMPACT("subAgentCompact"),
    SUB_AGENT_THREAD_SPAWN("subAgentThreadSpawn"),
    SUB_AGENT_OTHER("subAgentOther"),
    UNKNOWN("unknown");

    private final String wireName;

    ThreadSourceKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
