package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Parameters of {@code fs/watch}. */
public record FsWatchParams(String watchId, @AbsolutePath String path) {}
