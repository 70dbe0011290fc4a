package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/commandExecution/terminalInteraction}. */
public record TerminalInteractionNotification(
        String threadId, String turnId, String itemId, String processId, String stdin) implements ThreadScoped {}
