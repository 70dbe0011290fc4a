package dev.bobbin.protocol.v2.skills;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** A skill that a plugin brings. */
public record SkillSummary(
        String name,
        String description,
        @Nullable String shortDescription,
        @JsonProperty("interface") @Nullable SkillInterface presentation,
        @AbsolutePath @Nullable String path,
        boolean enabled) {}
