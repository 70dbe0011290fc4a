package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An error that a request was answered with.
 *
 * @param code the JSON-RPC error code
 * @param message the text shown to people
 * @param data the machine-readable part, or null where the server sends none
 */
public record RpcError(int code, String message, @Nullable JsonNode data) {
    /** {@code data.reason}, or an empty text. */
    public String reason() {
        return data == null ? "" : data.path("reason").asText();
    }
}
