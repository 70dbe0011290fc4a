package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a server says while it answers a call. */
interface CallListener {
    /** Nobody: questions are declined. */
    CallListener NONE = new CallListener() {
        @Override
        public JsonNode elicit(JsonNode params) {
            return declined();
        }

        @Override
        public void progress(JsonNode params) {}
    };

    /** The answer that the user does not answer. */
    static JsonNode declined() {
        return JsonNodeFactory.instance.objectNode().put("action", "decline");
    }

    /** A question to the user; may block. */
    JsonNode elicit(JsonNode params);

    /** How far the call got; must not block. */
    void progress(JsonNode params);
}
