package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code fs/remove}. */
public record FsRemoveParams(
        @AbsolutePath String path,
        @Nullable Boolean recursive,
        @Nullable Boolean force) {}
