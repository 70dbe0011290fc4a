package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Resolves a path that a client named to a rollout, looking at attributes only: nothing is opened that could block. */
final class ExplicitPath {
    private ExplicitPath() {}

    /**
     * The canonical logical path of the rollout.
     *
     * @param home where relative paths start
     * @throws ThreadStoreException.InvalidRequest if it leads to no regular file, plain or compressed
     */
    static Path resolve(Path home, Path named) {
        var path = home.resolve(named);
        var plain = RolloutPaths.logical(path);
        var found = regularFile(path, plain);
        if (found == null) {
            found = regularFile(path, RolloutPaths.compressed(plain));
        }
        if (found == null) {
            throw refused(path, "file does not exist");
        }
        try {
            return RolloutPaths.logical(found.toRealPath());
        } catch (IOException e) {
            throw refused(path, "file does not exist");
        }
    }

    private static @Nullable Path regularFile(Path named, Path candidate) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(candidate, BasicFileAttributes.class);
        } catch (IOException e) {
            return null;
        }
        if (attributes.isRegularFile()) {
            return candidate;
        }
        if (candidate.equals(named)) {
            throw refused(named, attributes.isDirectory() ? "path is a directory" : "path is not a file");
        }
        return null;
    }

    private static ThreadStoreException.InvalidRequest refused(Path path, String why) {
        return new ThreadStoreException.InvalidRequest("failed to resolve rollout path `" + path + "`: " + why);
    }
}
