package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.v2.handshake.ClientInfo;
import dev.bobbin.protocol.v2.handshake.InitializeCapabilities;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary request to initialize. Clients wait for its answer, and it is the first thing that a process does, so that
 * it is read without the JSON library, whose loading takes longer than all the rest of the start.
 */
record InitializeRequest(RequestId id, InitializeParams params) {
    /** Longer lines are not looked at. */
    private static final int MAX_BYTES = 64 << 10;

    /** The request that {@code line} holds, or null if it holds another message, or this one in an unusual form. */
    static @Nullable InitializeRequest read(byte[] line) {
        if (line.length > MAX_BYTES) {
            return null;
        }
        try {
            var message = PlainJson.read(line);
            return "initialize".equals(message.get("method"))
                    ? new InitializeRequest(id(message.get("id")), params(object(message.get("params"))))
                    : null;
        } catch (UnusualJsonException e) {
            return null;
        }
    }

    private static RequestId id(@Nullable Object id) throws UnusualJsonException {
        return id instanceof Long number ? RequestId.of(number) : RequestId.of(text(id));
    }

    private static InitializeParams params(Map<?, ?> params) throws UnusualJsonException {
        var client = object(params.get("clientInfo"));
        var title = client.get("title");
        var info = new ClientInfo(
                text(client.get("name")), title == null ? null : text(title), text(client.get("version")));
        var capabilities = params.get("capabilities");
        return new InitializeParams(info, capabilities == null ? null : capabilities(object(capabilities)));
    }

    private static InitializeCapabilities capabilities(Map<?, ?> capabilities) throws UnusualJsonException {
        var optOut = capabilities.get("optOutNotificationMethods");
        return new InitializeCapabilities(
                flag(capabilities, "experimentalApi"),
                flag(capabilities, "requestAttestation"),
                optOut == null ? null : texts(optOut));
    }

    private static boolean flag(Map<?, ?> object, String name) throws UnusualJsonException {
        if (object.get(name) instanceof Boolean flag) {
            return flag;
        }
        if (object.containsKey(name)) {
            throw new UnusualJsonException();
        }
        return false;
    }

    private static List<String> texts(Object value) throws UnusualJsonException {
        if (!(value instanceof List<?> list)) {
            throw new UnusualJsonException();
        }
        var texts = new ArrayList<String>(list.size());
        for (var element : list) {
            texts.add(text(element));
        }
        return texts;
    }

    private static Map<?, ?> object(@Nullable Object value) throws UnusualJsonException {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new UnusualJsonException();
    }

    private static String text(@Nullable Object value) throws UnusualJsonException {
        if (value instanceof String text) {
            return text;
        }
        throw new UnusualJsonException();
    }
}
