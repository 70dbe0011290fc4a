package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Answer to {@code fs/watch}. */
public record FsWatchResponse(@AbsolutePath String path) {}
