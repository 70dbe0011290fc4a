package dev.bobbin.protocol.v2.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.ModeKind;
import org.jspecify.annotations.Nullable;

/** A preset for {@link dev.bobbin.protocol.v2.turn.CollaborationMode}; absent values are left as they are. */
public record CollaborationModeMask(
        String name,
        @Nullable ModeKind mode,
        @Nullable String model,
        @JsonProperty("reasoning_effort") @Nullable ReasoningEffort reasoningEffort) {}
