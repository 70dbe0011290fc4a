package dev.bobbin.protocol.v2.skills;

/** A skill that could not be read. */
public record SkillErrorInfo(String path, String message) {}
