package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of message apart, and the experimental from the rest. */
final class Messages {
    private Messages() {}

    static @Nullable JsonRpcMessage of(JsonNode tree) {
        if (!tree.isObject()) {
            return null;
        }
        var idNode = tree.get("id");
        var id = idNode == null ? null : id(idNode);
        if (idNode != null && id == null) {
            return null;
        }
        var method = tree.get("method");
        if (method != null && method.isTextual()) {
            var params = tree.get("params");
            var given = params == null || params.isNull() ? null : params;
            return id == null
                    ? new JsonRpcMessage.Notification(method.textValue(), given)
                    : new JsonRpcMessage.Request(id, method.textValue(), given);
        }
        return id == null ? null : answer(id, tree);
    }

    private static @Nullable JsonRpcMessage answer(RequestId id, JsonNode tree) {
        var result = tree.get("result");
        if (result != null) {
            return new JsonRpcMessage.Response(id, result);
        }
        var error = tree.get("error");
        if (error == null
                || !error.path("code").canConvertToInt()
                || !error.path("message").isTextual()) {
            return null;
        }
        var code = error.get("code").intValue();
        return new JsonRpcMessage.ErrorResponse(
                id, new JsonRpcError(code, error.get("message").textValue(), error.get("data")));
    }

    private static @Nullable RequestId id(JsonNode node) {
        if (node.isTextual()) {
            return RequestId.of(node.textValue());
        }
        return node.isIntegralNumber() && node.canConvertToLong() ? RequestId.of(node.longValue()) : null;
    }

    static String unknownMethod(String name) {
        return "Invalid request: " + Unexpected.variant(name, ClientMethods.names());
    }

    /** The first experimental component in use, in the order of declaration. */
    static @Nullable String experimentalComponent(String method, Object params) {
        if (!(Shapes.ofValue(params) instanceof RecordShape shape)) {
            return null;
        }
        for (var component : shape.components()) {
            var value = component.accessor().get(params);
            if (value instanceof AskForApproval.Granular) {
                return "askForApproval.granular";
            }
            if (component.experimental() && isUsed(value, component.presence())) {
                return method + "." + component.name();
            }
        }
        return null;
    }

    private static boolean isUsed(@Nullable Object value, Shape.Presence presence) {
        if (presence == Shape.Presence.DEFAULTED) {
            return !Boolean.FALSE.equals(value) && !(value instanceof Collection<?> many && many.isEmpty());
        }
        return value != null;
    }
}
