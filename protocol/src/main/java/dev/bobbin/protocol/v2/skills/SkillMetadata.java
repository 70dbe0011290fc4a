package dev.bobbin.protocol.v2.skills;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** A skill that the model can be pointed to. */
public record SkillMetadata(
        String name,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String shortDescription,

        @JsonProperty("interface") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        SkillInterface presentation,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SkillDependencies dependencies,
        @AbsolutePath String path,
        SkillScope scope,
        boolean enabled) {}
