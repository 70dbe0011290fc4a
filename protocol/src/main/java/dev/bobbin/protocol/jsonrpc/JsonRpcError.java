package dev.bobbin.protocol.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed.
 *
 * @param code one of {@link ErrorCode}'s numbers, or whatever the other side sent
 * @param message text for people; clients of the peer are known to match on it
 * @param data details for programs; left out when null
 */
public record JsonRpcError(
        int code, String message, @Nullable JsonNode data) {
    /** An error without details. */
    public JsonRpcError(ErrorCode code, String message) {
        this(code.code(), message, null);
    }

    /** An error with details. */
    public JsonRpcError(ErrorCode code, String message, @Nullable JsonNode data) {
        this(code.code(), message, data);
    }
}
