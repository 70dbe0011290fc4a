package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Parameters of {@code fs/readFile}. */
public record FsReadFileParams(@AbsolutePath String path) {}
