package dev.bobbin.protocol.v2.fs;

/**
 * Answer to {@code fs/getMetadata}; symbolic links are followed.
 *
 * @param isSymlink whether the path itself is a link
 * @param createdAtMs Unix milliseconds; 0 when unknown
 * @param modifiedAtMs Unix milliseconds; 0 when unknown
 */
public record FsGetMetadataResponse(
        boolean isDirectory, boolean isFile, boolean isSymlink, long createdAtMs, long modifiedAtMs) {}
