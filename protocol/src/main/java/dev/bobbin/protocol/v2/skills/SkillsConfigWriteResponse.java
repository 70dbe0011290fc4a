package dev.bobbin.protocol.v2.skills;

/** Answer to {@code skills/config/write}. */
public record SkillsConfigWriteResponse(boolean effectiveEnabled) {}
