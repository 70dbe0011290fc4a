package dev.bobbin.protocol.v2.approval;

/** An answer to choose from. */
public record ToolRequestUserInputOption(String label, String description) {}
