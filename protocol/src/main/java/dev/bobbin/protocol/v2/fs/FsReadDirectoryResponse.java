package dev.bobbin.protocol.v2.fs;

import java.util.List;

/** Answer to {@code fs/readDirectory}. */
public record FsReadDirectoryResponse(List<FsReadDirectoryEntry> entries) {}
