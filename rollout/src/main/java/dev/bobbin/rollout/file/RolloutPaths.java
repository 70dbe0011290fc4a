package dev.bobbin.rollout.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where rollouts lie. Stateless; every call looks at the disk anew. */
public final class RolloutPaths {
    public static final String SESSIONS = "sessions";
    public static final String ARCHIVED_SESSIONS = "archived_sessions";
    static final String COMPRESSED = ".zst";

    private RolloutPaths() {}

    /** Where a thread created then will lie. Nothing is made. */
    public static Path planned(Path codexHome, String threadId, Instant created, TimeZone zone) {
        var offset = ZoneOffset.ofTotalSeconds(zone.getOffset(created.toEpochMilli()) / 1000);
        var time = LocalDateTime.ofInstant(created, offset);
        return folderOf(codexHome, time).resolve(new RolloutName(time, threadId, false).fileName());
    }

    /** The folder of live threads created then, by local time. */
    public static Path folderOf(Path codexHome, LocalDateTime time) {
        return codexHome
                .resolve(SESSIONS)
                .resolve(RolloutName.padded(time.getYear(), 4))
                .resolve(RolloutName.padded(time.getMonthValue(), 2))
                .resolve(RolloutName.padded(time.getDayOfMonth(), 2));
    }

    /** The path shown to clients: without {@code .zst}. */
    public static Path logical(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.endsWith(COMPRESSED) ? path.resolveSibling(logicalName(name)) : path;
    }

    /** A file's name without {@code .zst}. */
    public static String logicalName(String fileName) {
        return fileName.endsWith(COMPRESSED)
                ? fileName.substring(0, fileName.length() - COMPRESSED.length())
                : fileName;
    }

    /** The compressed sibling of a logical path. */
    public static Path compressed(Path logical) {
        return logical.resolveSibling(logical.getFileName() + COMPRESSED);
    }

    public static boolean isCompressed(Path path) {
        return String.valueOf(path.getFileName()).endsWith(COMPRESSED);
    }

    /**
     * The file that holds a rollout now: plain if there is one, else compressed; null if neither is a regular file.
     * Symbolic links are followed. Looks twice, as a rollout may just be changing from one form to the other.
     */
    public static @Nullable Path existing(Path path) {
        var plain = logical(path);
        var compressed = compressed(plain);
        for (var attempt = 0; attempt < 2; attempt++) {
            if (Files.isRegularFile(plain)) {
                return plain;
            }
            if (Files.isRegularFile(compressed)) {
                return compressed;
            }
        }
        return null;
    }

    /**
     * The logical path of a thread found by the id in its file's name; null if there is none.
     *
     * @param threadId in lower case with hyphens
     */
    public static @Nullable Path findById(Path codexHome, String threadId, boolean archived) throws IOException {
        var found = new ArrayList<Path>(1);
        walk(codexHome, archived, entry -> {
            if (entry.name().threadId().equals(threadId)) {
                found.add(logical(entry.path()));
            }
            return found.isEmpty();
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * A rollout's file.
     *
     * @param path the file as it is, maybe compressed
     */
    public record Entry(Path path, RolloutName name) {}

    /**
     * Visits the rollouts of a home, newest first by the time in their names, equal times by name. Only real folders and
     * regular files count; a compressed one beside its plain form is left out. Folders that cannot be read are passed over
     * if they vanish meanwhile.
     *
     * @param visitor false to stop
     */
    public static void walk(Path codexHome, boolean archived, Predicate<Entry> visitor) throws IOException {
        if (archived) {
            visitFolder(codexHome.resolve(ARCHIVED_SESSIONS), visitor);
            return;
        }
        for (var year : numbered(codexHome.resolve(SESSIONS), 65_535)) {
            for (var month : numbered(year, 255)) {
                for (var day : numbered(month, 255)) {
                    if (!visitFolder(day, visitor)) {
                        return;
                    }
                }
            }
        }
    }

    /** Real subfolders whose name is a number, highest first. */
    private static List<Path> numbered(Path parent, int highest) throws IOException {
        record Numbered(int number, Path path) {}
        var found = new ArrayList<Numbered>();
        for (var path : children(parent)) {
            var number = RolloutName.number(String.valueOf(path.getFileName()), highest);
            if (number >= 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                found.add(new Numbered(number, path));
            }
        }
        found.sort((a, b) -> Integer.compare(b.number, a.number));
        return found.stream().map(Numbered::path).toList();
    }

    private static boolean visitFolder(Path folder, Predicate<Entry> visitor) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var path : children(folder)) {
            var name = RolloutName.parse(String.valueOf(path.getFileName()));
            if (name != null) {
                entries.add(new Entry(path, name));
            }
        }
        entries.sort((a, b) -> {
            var order = RolloutName.newestFirst(a.name(), b.name());
            return order == 0 ? Boolean.compare(a.name().compressed(), b.name().compressed()) : order;
        });
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var shadowed = i > 0
                    && entry.name().compressed()
                    && logical(entry.path()).equals(entries.get(i - 1).path());
            if (!shadowed && Files.isRegularFile(entry.path(), LinkOption.NOFOLLOW_LINKS) && !visitor.test(entry)) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> children(Path folder) throws IOException {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return children;
    }
}
