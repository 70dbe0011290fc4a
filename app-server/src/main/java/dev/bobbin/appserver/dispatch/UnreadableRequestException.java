package dev.bobbin.appserver.dispatch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.bobbin.protocol.jsonrpc.RequestId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A line that looks like a request but cannot be read to its end, with the id to refuse it under where it has one. */
final class UnreadableRequestException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final String reason;
    private final transient @Nullable RequestId id;

    UnreadableRequestException(byte[] line, String message, String reason) {
        super("Invalid request: " + message, null, false, false);
        this.reason = reason;
        this.id = idOfRequest(line);
    }

    /** What the client is told. */
    RequestException refusal() {
        return new RequestException.InvalidRequest(String.valueOf(getMessage()), reason);
    }

    /** The id, or null if the line shows none before it becomes unreadable, or no method. */
    @Nullable
    RequestId id() {
        return id;
    }

    private static @Nullable RequestId idOfRequest(byte[] line) {
        RequestId id = null;
        var isRequest = false;
        try (var parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && (id == null || !isRequest)) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals("id")) {
                    id = switch (value) {
                        case VALUE_STRING -> RequestId.of(parser.getText());
                        case VALUE_NUMBER_INT -> RequestId.of(parser.getLongValue());
                        default -> null;
                    };
                } else if (name.equals("method")) {
                    isRequest = value == JsonToken.VALUE_STRING;
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // Unreadable from here on: what was found so far has to do.
        }
        return isRequest ? id : null;
    }
}
