package dev.bobbin.protocol.v2.approval;

import java.util.Map;

/** Answer to {@code item/tool/requestUserInput}. */
public record ToolRequestUserInputResponse(Map<String, ToolRequestUserInputAnswer> answers) {}
