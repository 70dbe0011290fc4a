package dev.bobbin.appserver.thread;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Working directories as clients give them. They need not exist, and links in them are kept.
 *
 * @param processCwd where relative ones start
 * @param userHome what {@code ~} stands for
 */
public record WorkingFolders(Path processCwd, Path userHome) {
    /** Null and the empty text stand for the server's own directory. */
    Path absolute(@Nullable String given) {
        return within(processCwd, given);
    }

    /** The same, but relative ones start at {@code base}. */
    Path within(Path base, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return base;
        }
        try {
            if (given.equals("~")) {
                return userHome;
            }
            var path = given.startsWith("~/") ? userHome.resolve(given.substring(2)) : base.resolve(given);
            return path.normalize();
        } catch (InvalidPathException e) {
            throw ThreadErrors.invalid("invalid path `" + given + "`", "invalid_path");
        }
    }

    List<Path> roots(List<String> given, Path cwd) {
        var roots = new LinkedHashSet<Path>();
        for (var root : given) {
            roots.add(within(cwd, root));
        }
        return new ArrayList<>(roots);
    }
}
