package dev.bobbin.protocol.v2.item;

/** Why a tool server's tool failed. */
public record McpToolCallError(String message) {}
