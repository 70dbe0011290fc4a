package dev.bobbin.appserver.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.json.WireJson;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the envelopes of messages; what is in them stays a tree. */
final class EnvelopeMapper implements McpJsonMapper {
    private static final String VERSION = "2.0";

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return convertValue(members(WireJson.readTree(content)), type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return convertValue(members(WireJson.readTree(content)), type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return convertValue(members(WireJson.readTree(content)), type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return convertValue(members(WireJson.readTree(content)), type);
    }

    /** A JSON object's members; the SDK looks for them by name. */
    private static HashMap<String, Object> members(JsonNode tree) throws IOException {
        if (!(tree instanceof ObjectNode object)) {
            throw new IOException("a message is an object");
        }
        var members = new HashMap<String, Object>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T convertValue(Object from, Class<T> type) {
        if (type.isInstance(from)) {
            return type.cast(from);
        }
        if (from instanceof Map<?, ?> members) {
            return type.cast(envelope((Map<String, Object>) members, type));
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " can be made of this");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T convertValue(Object from, TypeRef<T> type) {
        // Asked for trees by McpLink, and for members by the SDK: both are what they are.
        return (T) from;
    }

    private static Object envelope(Map<String, Object> members, Class<?> type) {
        var method = members.get("method") instanceof JsonNode name ? name.asText() : "";
        if (type == McpSchema.JSONRPCRequest.class) {
            return new McpSchema.JSONRPCRequest(VERSION, method, id(members), members.get("params"));
        }
        if (type == McpSchema.JSONRPCNotification.class) {
            return new McpSchema.JSONRPCNotification(VERSION, method, members.get("params"));
        }
        if (type == McpSchema.JSONRPCResponse.class) {
            var id = id(members);
            var error = members.get("error");
            return error instanceof ObjectNode object
                    ? McpSchema.JSONRPCResponse.error(id, error(object))
                    : McpSchema.JSONRPCResponse.result(id, resultOf(members));
        }
        throw new IllegalArgumentException("unknown envelope " + type.getSimpleName());
    }

    private static Object resultOf(Map<String, Object> members) {
        var result = members.get("result");
        return result == null ? JsonNodeFactory.instance.objectNode() : result;
    }

    private static @Nullable Object id(Map<String, Object> members) {
        if (!(members.get("id") instanceof JsonNode id)) {
            return null;
        }
        return id.isIntegralNumber() ? (Object) id.longValue() : id.asText();
    }

    private static McpSchema.JSONRPCResponse.JSONRPCError error(ObjectNode error) {
        return new McpSchema.JSONRPCResponse.JSONRPCError(
                error.path("code").asInt(0), error.path("message").asText(""), error.get("data"));
    }

    @Override
    public String writeValueAsString(Object value) {
        return tree(value).toString();
    }

    @Override
    public byte[] writeValueAsBytes(Object value) {
        return writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(Object value) {
        var message = JsonNodeFactory.instance.objectNode().put("jsonrpc", VERSION);
        switch (value) {
            case McpSchema.JSONRPCRequest request -> {
                putId(message, request.id());
                message.put("method", request.method());
                putTree(message, "params", request.params());
            }
            case McpSchema.JSONRPCNotification notification -> {
                message.put("method", notification.method());
                putTree(message, "params", notification.params());
            }
            case McpSchema.JSONRPCResponse response -> {
                putId(message, response.id());
                var error = response.error();
                if (error == null) {
                    putTree(message, "result", response.result());
                } else {
                    message.putObject("error").put("code", error.code()).put("message", error.message());
                }
            }
            default -> throw new IllegalArgumentException("no message: " + value.getClass());
        }
        return message;
    }

    private static void putId(ObjectNode message, @Nullable Object id) {
        if (id instanceof Number number) {
            message.put("id", number.longValue());
        } else {
            message.put("id", String.valueOf(id));
        }
    }

    private static void putTree(ObjectNode message, String name, @Nullable Object value) {
        if (value instanceof JsonNode tree) {
            message.set(name, tree);
        } else if (value != null) {
            message.putObject(name);
        }
    }
}
