package dev.bobbin.appserver.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Programs of this machine. */
final class Programs {
    private Programs() {}

    /** The first program of that name on a search path; null if there is none. */
    static @Nullable Path find(String name, String path) {
        for (var folder : path.split(":", -1)) {
            if (!folder.isEmpty()) {
                var candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
