package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/createDirectory}. */
public record FsCreateDirectoryResponse() {}
