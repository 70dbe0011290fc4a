package dev.bobbin.protocol.v2.hook;

/** A line that a hook said. */
public record HookOutputEntry(HookOutputEntryKind kind, String text) {}
