package dev.bobbin.protocol.v2.skills;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A tool that a skill needs. */
public record SkillToolDependency(
        String type,
        String value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String transport,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String command,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {}
