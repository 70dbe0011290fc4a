package dev.bobbin.protocol.v2.skills;

/** Announced as {@code skills/changed}. */
public record SkillsChangedNotification() {}
