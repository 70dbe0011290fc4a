package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** The moments at which hooks run. */
public enum HookEventName implements WireEnum {
    PRE_TOOL_USE("preToolUse"),
    PERMISSION_REQUEST("permissionRequest"),
    POST_TOOL_USE("postToolUse"),
    PRE_COMPACT("preCompact"),
    POST_COMPACT("postCompact"),
    SESSION_START("sessionStart"),
    USER_PROMPT_SUBMIT("userPromptSubmit"),
    SUBAGENT_START("subagentStart"),
    SUBAGENT_STOP("subagentStop"),
    STOP("stop");

    private final String wireName;

    HookEventName(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
