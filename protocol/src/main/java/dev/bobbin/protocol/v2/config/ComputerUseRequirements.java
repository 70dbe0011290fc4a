package dev.bobbin.protocol.v2.config;

import org.jspecify.annotations.Nullable;

/** What the administrator demands of computer use. */
public record ComputerUseRequirements(@Nullable Boolean allowLockedComputerUse) {}
