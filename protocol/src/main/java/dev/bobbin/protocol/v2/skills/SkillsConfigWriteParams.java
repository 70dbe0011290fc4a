package dev.bobbin.protocol.v2.skills;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code skills/config/write}. */
public record SkillsConfigWriteParams(
        @AbsolutePath @Nullable String path, @Nullable String name, boolean enabled) {}
