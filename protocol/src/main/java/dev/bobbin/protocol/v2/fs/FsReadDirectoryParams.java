package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Parameters of {@code fs/readDirectory}. */
public record FsReadDirectoryParams(@AbsolutePath String path) {}
