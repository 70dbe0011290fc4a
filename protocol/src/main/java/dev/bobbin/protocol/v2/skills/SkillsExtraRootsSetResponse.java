package dev.bobbin.protocol.v2.skills;

/** Answer to {@code skills/extraRoots/set}. */
public record SkillsExtraRootsSetResponse() {}
