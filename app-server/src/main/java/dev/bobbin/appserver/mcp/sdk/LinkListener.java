package dev.bobbin.appserver.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;

/** What a tool server says of its own accord. Called from any thread. */
public interface LinkListener {
    /**
     * A question to the user. Called on a virtual thread of its own, which may be blocked.
     *
     * @return the answer to send
     */
    JsonNode elicit(JsonNode params);

    /** A notification. Called in the order of what the server says; must not block. */
    void notified(String method, JsonNode params);

    /** The server is gone. Called at most once, also when the connection is closed from this side. */
    void closed();
}
