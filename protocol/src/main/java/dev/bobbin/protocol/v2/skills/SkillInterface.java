package dev.bobbin.protocol.v2.skills;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** How a skill presents itself. */
public record SkillInterface(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String displayName,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String shortDescription,

        @JsonInclude(JsonInclude.Include.NON_NULL) @AbsolutePath @Nullable
        String iconSmall,

        @JsonInclude(JsonInclude.Include.NON_NULL) @AbsolutePath @Nullable
        String iconLarge,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String brandColor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String defaultPrompt) {}
