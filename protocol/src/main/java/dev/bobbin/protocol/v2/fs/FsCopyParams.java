package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;

/** Parameters of {@code fs/copy}. */
public record FsCopyParams(
        @AbsolutePath String sourcePath,
        @AbsolutePath String destinationPath,
        @Defaulted boolean recursive) {}
