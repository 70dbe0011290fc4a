package dev.bobbin.appserver.tool.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed patch: what to do with which file, in the order written. Paths are as written, relative or absolute.
 *
 * @param changes none if it changes nothing
 */
public record Patch(List<FileChange> changes) {
    /** One file's part of a patch. */
    public sealed interface FileChange {
        /** The file that is named first. */
        String path();
    }

    /** Creates a file, or replaces it whole. */
    public record Add(String path, String content) implements FileChange {}

    /** Removes a file. */
    public record Delete(String path) implements FileChange {}

    /** Edits a file, and moves it where {@code moveTo} is given. */
    public record Update(String path, @Nullable String moveTo, List<Chunk> chunks) implements FileChange {}

    /**
     * One run of lines to be replaced.
     *
     * @param context a line after which to look, from the {@code @@} line
     * @param oldLines the lines to be found, context included; empty inserts at the end
     * @param newLines what replaces them
     * @param atEndOfFile whether the lines have to be the file's last
     */
    public record Chunk(@Nullable String context, List<String> oldLines, List<String> newLines, boolean atEndOfFile) {}
}
