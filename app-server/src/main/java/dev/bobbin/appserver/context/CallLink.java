package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;

/** How an item of the conversation hangs together with another: as a call, as the output of one, or not at all. */
sealed interface CallLink {
    record None() implements CallLink {}

    record Call(String callId) implements CallLink {}

    record Output(String callId) implements CallLink {}

    CallLink NONE = new None();

    /** Messages and reasoning, nearly everything, are told by their first bytes; of the others the members are scanned. */
    static CallLink of(RawJson item) {
        var bytes = item.bytes();
        if (startsWith(bytes, Prefix.MESSAGE) || startsWith(bytes, Prefix.REASONING)) {
            return NONE;
        }
        var members = JsonFields.of(item);
        var callId = members.string("call_id", "");
        if (callId.isEmpty()) {
            return NONE;
        }
        return switch (members.string("type", "")) {
            case "function_call", "custom_tool_call", "local_shell_call" -> new Call(callId);
            case "function_call_output", "custom_tool_call_output" -> new Output(callId);
            default -> NONE;
        };
    }

    /** The id of a generated image is stored, but not sent back. */
    static RawJson withoutImageId(RawJson item) {
        if (!startsWith(item.bytes(), Prefix.IMAGE)) {
            return item;
        }
        return item.tree() instanceof ObjectNode image ? RawJson.of(image.without("id")) : item;
    }

    static RawJson abortedOutput(RawJson call, String callId) {
        return startsWith(call.bytes(), Prefix.CUSTOM_CALL)
                ? ResponseItems.customToolOutput(callId, "aborted")
                : ResponseItems.functionOutput(callId, "aborted");
    }

    private static boolean startsWith(byte[] text, byte[] prefix) {
        if (text.length < prefix.length) {
            return false;
        }
        for (var i = 0; i < prefix.length; i++) {
            if (text[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** How items of some kinds begin in the form they are stored in. */
    final class Prefix {
        private static final byte[] MESSAGE = utf8("{\"type\":\"message\"");
        private static final byte[] REASONING = utf8("{\"type\":\"reasoning\"");
        private static final byte[] IMAGE = utf8("{\"type\":\"image_generation_call\"");
        private static final byte[] CUSTOM_CALL = utf8("{\"type\":\"custom_tool_call\"");

        private Prefix() {}

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
