package dev.bobbin.protocol.v2.fs;

/** Parameters of {@code fs/unwatch}. */
public record FsUnwatchParams(String watchId) {}
