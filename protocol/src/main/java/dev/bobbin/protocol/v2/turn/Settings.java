package dev.bobbin.protocol.v2.turn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import org.jspecify.annotations.Nullable;

/** The model settings of a collaboration mode. */
public record Settings(
        String model,
        @JsonProperty("reasoning_effort") @Nullable ReasoningEffort reasoningEffort,
        @JsonProperty("developer_instructions") @Nullable String developerInstructions) {}
