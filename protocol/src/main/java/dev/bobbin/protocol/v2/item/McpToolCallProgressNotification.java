package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/mcpToolCall/progress}. */
public record McpToolCallProgressNotification(String threadId, String turnId, String itemId, String message)
        implements ThreadScoped {}
