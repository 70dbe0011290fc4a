package dev.bobbin.appserver.tool.patch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a patch does to one file, worked out but not done.
 *
 * @param kind what the patch calls it
 * @param path the absolute file
 * @param written the path as the patch spells it; of a move, the target's
 * @param before its text now, or null where there is no file
 * @param after its text then, or null where it goes
 * @param moveTo the absolute target of a move
 */
public record PlannedChange(
        Kind kind,
        Path path,
        String written,
        @Nullable String before,
        @Nullable String after,
        @Nullable Path moveTo) {
    /** What happens to the file. An {@code ADD} may replace one. */
    public enum Kind {
        ADD,
        DELETE,
        UPDATE
    }
}
