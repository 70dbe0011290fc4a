package dev.bobbin.protocol.v2.mcp;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the server is signed in to a tool server. */
public enum McpAuthStatus implements WireEnum {
    UNSUPPORTED("unsupported"),
    NOT_LOGGED_IN("notLoggedIn"),
    BEARER_TOKEN("bearerToken"),
    O_AUTH("oAuth");

    private final String wireName;

    McpAuthStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
