package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.v2.item.ReasoningEffort;

/** An effort that a model supports. */
public record ReasoningEffortOption(ReasoningEffort reasoningEffort, String description) {}
