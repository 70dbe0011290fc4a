package dev.bobbin.protocol.v2.item;

import org.jspecify.annotations.Nullable;

/** What a spawned agent was last known to be doing. */
public record CollabAgentState(
        CollabAgentStatus status, @Nullable String message) {}
