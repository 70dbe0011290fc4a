package dev.bobbin.protocol.v2.item;

/** What a patch does to one file. */
public record FileUpdateChange(String path, PatchChangeKind kind, String diff) {}
