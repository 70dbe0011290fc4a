package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/unwatch}. */
public record FsUnwatchResponse() {}
