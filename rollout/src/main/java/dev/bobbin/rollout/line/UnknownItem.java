package dev.bobbin.rollout.line;

/** A line of a type that this version does not know. Skipped by every replay, kept by every copy. */
public record UnknownItem(String type, RawJson payload) implements RolloutItem {}
