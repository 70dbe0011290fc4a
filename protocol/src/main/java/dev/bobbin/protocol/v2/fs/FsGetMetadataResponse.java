package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/getMetadata}. */
public record FsGetMetadataResponse(
        boolean isDirectory, boolean isFile, boolean isSymlink, long createdAtMs, long modifiedAtMs) {}
