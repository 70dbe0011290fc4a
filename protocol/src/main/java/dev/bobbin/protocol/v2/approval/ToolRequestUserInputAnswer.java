package dev.bobbin.protocol.v2.approval;

import java.util.List;

/** The user's answers to one question. */
public record ToolRequestUserInputAnswer(List<String> answers) {}
