package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/remove}. */
public record FsRemoveResponse() {}
