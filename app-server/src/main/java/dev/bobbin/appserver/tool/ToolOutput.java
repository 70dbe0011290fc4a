package dev.bobbin.appserver.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;

/**
 * What a call came to.
 *
 * @param outputItem the item for the conversation, answering the call in its own form
 * @param success whether it did what was asked
 */
public record ToolOutput(RawJson outputItem, boolean success) {
    /** An answer in words. */
    public static ToolOutput text(ToolCall call, String text, boolean success) {
        var item = switch (call.kind()) {
            case FUNCTION, LOCAL_SHELL -> ResponseItems.functionOutput(call.callId(), text);
            case CUSTOM -> ResponseItems.customToolOutput(call.callId(), text);
        };
        return new ToolOutput(item, success);
    }

    /** An answer in parts, made by {@link ResponseItems#inputText} and {@link ResponseItems#inputImage}. */
    public static ToolOutput parts(ToolCall call, List<ObjectNode> parts, boolean success) {
        return new ToolOutput(ResponseItems.functionOutput(call.callId(), parts), success);
    }
}
