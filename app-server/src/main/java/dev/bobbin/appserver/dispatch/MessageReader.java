package dev.bobbin.appserver.dispatch;

import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as messages. What is no message is skipped in silence, as the peer does: blank lines, broken JSON, other
 * values than objects, objects without a method or an answer, ids that are neither text nor a 64-bit integer.
 */
final class MessageReader {
    private MessageReader() {}

    /**
     * Reads a line; null when it holds no message.
     *
     * @throws UnreadableRequestException if it seems to be a request but is too long or nested too deeply
     */
    static @Nullable JsonRpcMessage read(InputLine line) throws UnreadableRequestException {
        if (line.cut()) {
            throw new UnreadableRequestException(line.bytes(), "line is too long", "line_too_long");
        }
        var bytes = Utf8Repair.surrogates(line.bytes());
        var message = WireJson.readMessage(bytes, 0, bytes.length);
        return message != null ? message : readUnusual(bytes);
    }

    private static @Nullable JsonRpcMessage readUnusual(byte[] bytes) throws UnreadableRequestException {
        var repaired = Utf8Repair.bytes(bytes);
        var message = Arrays.equals(repaired, bytes) ? null : WireJson.readMessage(repaired, 0, repaired.length);
        if (message == null && depth(repaired) > WireJson.MAX_NESTING) {
            throw new UnreadableRequestException(repaired, "recursion limit exceeded", "too_deep");
        }
        return message;
    }

    /** How deep objects and arrays are within each other at most, if this is JSON. */
    private static int depth(byte[] bytes) {
        var deepest = 0;
        var depth = 0;
        var inText = false;
        for (var i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '\\' -> i += inText ? 1 : 0;
                case '"' -> inText = !inText;
                case '{', '[' -> deepest = Math.max(deepest, inText ? 0 : ++depth);
                case '}', ']' -> depth -= inText ? 0 : 1;
                default -> {}
            }
        }
        return deepest;
    }
}
