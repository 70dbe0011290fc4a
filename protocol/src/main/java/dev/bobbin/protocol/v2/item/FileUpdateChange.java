package dev.bobbin.protocol.v2.item;

/**
 * What a patch does to one file.
 *
 * @param diff the content of an added or deleted file, else unified hunks without a header
 */
public record FileUpdateChange(String path, PatchChangeKind kind, String diff) {}
