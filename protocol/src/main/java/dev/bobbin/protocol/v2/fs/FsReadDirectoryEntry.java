package dev.bobbin.protocol.v2.fs;

/** One entry of a directory; symbolic links are followed. */
public record FsReadDirectoryEntry(String fileName, boolean isDirectory, boolean isFile) {}
