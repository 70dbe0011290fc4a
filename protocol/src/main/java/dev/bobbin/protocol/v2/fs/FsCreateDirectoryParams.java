package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code fs/createDirectory}. */
public record FsCreateDirectoryParams(
        @AbsolutePath String path, @Nullable Boolean recursive) {}
