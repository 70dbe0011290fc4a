package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/copy}. */
public record FsCopyResponse() {}
