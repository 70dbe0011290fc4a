package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.protocol.json.WireJson;
import java.io.IOException;

/**
 * A place in a thread's turns. On the wire it is the text of a JSON object.
 *
 * @param turnId the turn at which the last page ended or began
 * @param includeAnchor whether the next page begins with that turn or after it
 */
record TurnCursor(String turnId, boolean includeAnchor) {
    String text() {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("turnId", turnId);
        object.put("includeAnchor", includeAnchor);
        return object.toString();
    }

    static TurnCursor parse(String text) {
        try {
            JsonNode tree = WireJson.readTree(text);
            if (tree.path("turnId").isTextual() && tree.path("includeAnchor").isBoolean()) {
                return new TurnCursor(
                        tree.path("turnId").textValue(),
                        tree.path("includeAnchor").booleanValue());
            }
        } catch (IOException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RuntimeException invalid(String text) {
        return ThreadErrors.invalid("invalid cursor: " + text, "invalid_cursor");
    }
}
