package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Parameters of {@code fs/getMetadata}. */
public record FsGetMetadataParams(@AbsolutePath String path) {}
