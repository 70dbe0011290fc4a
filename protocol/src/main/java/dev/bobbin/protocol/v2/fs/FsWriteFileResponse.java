package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/writeFile}. */
public record FsWriteFileResponse() {}
