package dev.bobbin.protocol.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One message as it came over the wire: one line, one JSON object. */
public sealed interface JsonRpcMessage {
    /**
     * Asks for an answer.
     *
     * @param params the parameters as they were sent; null when absent
     */
    record Request(RequestId id, String method, @Nullable JsonNode params) implements JsonRpcMessage {}

    /**
     * Tells something and expects no answer.
     *
     * @param params the parameters as they were sent; null when absent
     */
    record Notification(String method, @Nullable JsonNode params) implements JsonRpcMessage {}

    /** Answers a request. */
    record Response(RequestId id, JsonNode result) implements JsonRpcMessage {}

    /** Refuses a request. */
    record ErrorResponse(RequestId id, JsonRpcError error) implements JsonRpcMessage {}
}
