package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Parameters of {@code fs/writeFile}. */
public record FsWriteFileParams(@AbsolutePath String path, String dataBase64) {}
