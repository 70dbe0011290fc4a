package dev.bobbin.appserver.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empty folders that stand where something protected does not exist yet, so that a fence can be put over them. They are
 * made before a command and taken away after the last one that needs them: a fence over a folder that another command's
 * end removes would fall with it. Safe for use from many threads.
 */
final class Placeholders {
    private static final Logger LOG = LoggerFactory.getLogger(Placeholders.class);

    // Guarded by this. How many running commands need each.
    private final Map<Path, Integer> users = new HashMap<>();

    /**
     * Makes the path a folder unless it exists.
     *
     * @return whether a placeholder stands there, which has to be released
     * @throws IOException if none can be made
     */
    synchronized boolean hold(Path path) throws IOException {
        var count = users.getOrDefault(path, 0);
        if (count == 0) {
            if (Files.exists(path)) {
                return false;
            }
            Files.createDirectory(path);
        }
        users.put(path, count + 1);
        return true;
    }

    synchronized void release(List<Path> held) {
        for (var path : held) {
            var left = users.merge(path, -1, Integer::sum);
            if (left == 0) {
                users.remove(path);
                remove(path);
            }
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Somebody outside the sandbox has put something there, which is now theirs.
            LOG.debug("the placeholder {} stays", path, e);
        }
    }
}
