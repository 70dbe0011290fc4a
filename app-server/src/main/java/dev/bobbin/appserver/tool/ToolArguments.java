package dev.bobbin.appserver.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import java.io.IOException;

/** The arguments of calls. */
public final class ToolArguments {
    private static final String UNREADABLE = "failed to parse function arguments: ";

    private ToolArguments() {}

    /**
     * Reads a function's arguments.
     *
     * @throws ToolFailure if they are no JSON or do not fit; the model is told what is wrong and where
     */
    public static <T> T read(ToolCall call, Class<T> type) throws ToolFailure {
        var problem = WireJson.problem(call.input(), type);
        if (problem != null) {
            throw new ToolFailure(UNREADABLE + problem);
        }
        try {
            return WireJson.decode(tree(call), type);
        } catch (InvalidParamsException e) {
            throw new ToolFailure(UNREADABLE + e.getMessage());
        }
    }

    /** The arguments as they are; none count as an empty object. */
    public static JsonNode tree(ToolCall call) throws ToolFailure {
        try {
            return WireJson.readTree(call.input().isBlank() ? "{}" : call.input());
        } catch (IOException e) {
            var problem = WireJson.problem(call.input(), null);
            throw new ToolFailure(UNREADABLE + (problem == null ? e.getMessage() : problem));
        }
    }
}
