package dev.bobbin.appserver.model.responses;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The top level of one event, read without building a tree: the few fields that matter, and where its item or response
 * stands in the bytes.
 */
final class ResponsesEvent {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final byte[] data;
    private @Nullable String type;
    private @Nullable String delta;
    private @Nullable String itemId;
    private @Nullable String callId;
    private long summaryIndex;
    private long contentIndex;
    private int itemStart;
    private int itemEnd;
    private int responseStart;
    private int responseEnd;

    private ResponsesEvent(byte[] data) {
        this.data = data;
    }

    /** @throws IOException if the data is not one JSON object */
    static ResponsesEvent read(byte[] data, int length) throws IOException {
        var event = new ResponsesEvent(data);
        try (var parser = JSON.createParser(data, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                event.take(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
        }
        return event;
    }

    private void take(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "type" -> type = text(parser);
            case "delta" -> delta = text(parser);
            case "item_id" -> itemId = text(parser);
            case "call_id" -> callId = text(parser);
            case "summary_index" -> summaryIndex = number(parser);
            case "content_index" -> contentIndex = number(parser);
            case "item" -> {
                itemStart = start(parser);
                itemEnd = end(parser);
            }
            case "response" -> {
                responseStart = start(parser);
                responseEnd = end(parser);
            }
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    private static long number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        parser.skipChildren();
        return 0;
    }

    /** Where an object begins; anything else counts as absent. */
    private static int start(JsonParser parser) {
        return parser.currentToken() == JsonToken.START_OBJECT
                ? (int) parser.currentTokenLocation().getByteOffset()
                : -1;
    }

    private static int end(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return -1;
        }
        parser.skipChildren();
        return (int) parser.currentLocation().getByteOffset();
    }

    String type() {
        return type == null ? "" : type;
    }

    @Nullable
    String delta() {
        return delta;
    }

    @Nullable
    String itemId() {
        return itemId;
    }

    @Nullable
    String callId() {
        return callId;
    }

    long summaryIndex() {
        return summaryIndex;
    }

    long contentIndex() {
        return contentIndex;
    }

    /** The item's own bytes; null if there is none. */
    @Nullable
    RawJson item() {
        return itemEnd <= 0 ? null : RawJson.of(data, itemStart, itemEnd);
    }

    @Nullable
    RawJson response() {
        return responseEnd <= 0 ? null : RawJson.of(data, responseStart, responseEnd);
    }
}
