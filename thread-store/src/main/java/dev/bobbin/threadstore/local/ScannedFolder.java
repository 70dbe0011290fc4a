package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of a home as it was last seen by {@link HomeScan}, whose lock guards it. */
final class ScannedFolder {
    /** Year, month, day: folders this deep hold files. */
    static final int DAY_DEPTH = 3;

    final Path path;
    final int depth;
    /** The year, month or day that it is named after. */
    final int number;

    /** When it was last changed, if all of it as of then is known. */
    @Nullable
    FileTime seen;

    /** When it was last changed, if {@link #unread} is what it held then. */
    @Nullable
    FileTime listed;

    final TreeMap<Integer, ScannedFolder> children = new TreeMap<>(Comparator.reverseOrder());
    final Map<String, IndexEntry> files = new HashMap<>();
    /** What is left to read of it, newest first. */
    final ArrayDeque<Named> unread = new ArrayDeque<>();

    /** A file that is called like a rollout. */
    record Named(String fileName, RolloutName name) {}

    ScannedFolder(Path path, int depth, int number) {
        this.path = path;
        this.depth = depth;
        this.number = number;
    }

    /** Looks at it anew in the next round. */
    void doubt() {
        listed = null;
        seen = null;
    }

    /** What lies in it; nothing if that cannot be read. */
    List<Path> content() {
        var content = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(path)) {
            stream.forEach(content::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return content;
    }
}
