package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;

/** Parameters of {@code item/tool/requestUserInput}. */
public record ToolRequestUserInputParams(
        String threadId, String turnId, String itemId, List<ToolRequestUserInputQuestion> questions)
        implements ThreadScoped {}
