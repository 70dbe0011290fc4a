package dev.bobbin.appserver.search;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * All that can be found below one folder, kept in memory and brought up to date before each search.
 *
 * <p>A folder is listed again only when its modification time has changed, or was too fresh when it was listed to show a
 * further change. Links are followed, but not into a folder that the way already leads through. What cannot be read is
 * left out. Safe for use from many threads, one of which is let in at a time.
 */
final class FileTree {
    /** File systems may give two changes within this time the same time stamp. */
    private static final long CLOCK_TICK_MS = 20;

    private static final Object UNKNOWN = new Object();

    private final Path root;
    private final @Nullable IgnoreNode users;

    private @Nullable Folder top;
    private List<Stamp> stampsAbove = List.of();
    private @Nullable IgnoreRules rulesAbove;
    private PathEntry[] entries = new PathEntry[0];
    private boolean isChanged;
    private long refreshedAt;

    /** @param users what the user excludes from every repository */
    FileTree(Path root, @Nullable IgnoreNode users) {
        this.root = root.toAbsolutePath().normalize();
        this.users = users;
    }

    /** A file as it was when it was read; time and size are null and 0 if there was none. */
    private record Stamp(Path file, @Nullable Instant changed, long size) {
        static Stamp of(Path file) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(file, attributes.lastModifiedTime().toInstant(), attributes.size());
            } catch (IOException e) {
                return new Stamp(file, null, 0);
            }
        }

        boolean isCurrent() {
            return equals(of(file));
        }
    }

    /** A folder that has been listed. */
    private static final class Folder {
        private final Path path;
        private final File file;
        private final String prefix;
        private final @Nullable Folder above;
        private Object identity = UNKNOWN;
        private long changedMs;
        private @Nullable IgnoreRules rules;
        private List<Stamp> ruleFiles = List.of();
        private List<Stamp> ownRules = List.of();
        private List<PathEntry> found = List.of();
        private Map<String, Folder> folders = Map.of();

        Folder(Path path, String prefix, @Nullable Folder above) {
            this.path = path;
            this.file = path.toFile();
            this.prefix = prefix;
            this.above = above;
        }

        boolean leadsThrough(Object folder) {
            for (var each = this; each != null; each = each.above) {
                if (each.identity.equals(folder)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What there is now, shortest path first. Must not be changed.
     *
     * @param isCancelled asked now and then; when it says so, what is known by then is returned
     */
    synchronized PathEntry[] entries(BooleanSupplier isCancelled) {
        return entries(Duration.ZERO, isCancelled);
    }

    /** As {@link #entries(BooleanSupplier)}, but what was up to date within {@code age} still is. */
    synchronized PathEntry[] entries(Duration age, BooleanSupplier isCancelled) {
        if (top != null && System.nanoTime() - refreshedAt < age.toNanos()) {
            return entries;
        }
        var parent = root.getParent();
        var stamps = parent == null ? List.<Stamp>of() : stamps(parent);
        if (top == null || !stampsAbove.equals(stamps)) {
            top = new Folder(root, "", null);
            stampsAbove = stamps;
            rulesAbove = parent == null ? null : IgnoreRules.ofFolder(parent, users);
        }
        refresh(top, rulesAbove, isCancelled);
        if (isChanged) {
            var all = new ArrayList<PathEntry>(entries.length + 16);
            collect(top, all);
            all.sort(Comparator.comparingInt(PathEntry::size));
            entries = all.toArray(PathEntry[]::new);
            isChanged = false;
        }
        if (!isCancelled.getAsBoolean()) {
            refreshedAt = System.nanoTime();
        }
        return entries;
    }

    private static List<Stamp> stamps(Path folder) {
        var stamps = new ArrayList<Stamp>();
        for (var each = folder; each != null; each = each.getParent()) {
            stamps.addAll(ruleFiles(each));
        }
        return stamps;
    }

    private static void collect(Folder folder, List<PathEntry> into) {
        into.addAll(folder.found);
        folder.folders.values().forEach(each -> collect(each, into));
    }

    private void refresh(Folder folder, @Nullable IgnoreRules above, BooleanSupplier isCancelled) {
        if (isCancelled.getAsBoolean()) {
            return;
        }
        try {
            var changedMs = folder.file.lastModified();
            var sameRules =
                    folder.ownRules.isEmpty() || folder.ownRules.stream().allMatch(Stamp::isCurrent);
            if (changedMs == 0 || changedMs != folder.changedMs || !sameRules) {
                var ruleFiles = ruleFiles(folder.path);
                if (!ruleFiles.equals(folder.ruleFiles)) {
                    readRules(folder, above, ruleFiles);
                }
                folder.identity = identity(folder.path);
                folder.changedMs = 0;
                list(folder);
                folder.changedMs = changedMs < System.currentTimeMillis() - CLOCK_TICK_MS ? changedMs : 0;
            }
        } catch (IOException e) {
            isChanged |= !folder.found.isEmpty();
            folder.found = List.of();
            folder.folders = Map.of();
            folder.changedMs = 0;
        }
        for (var each : folder.folders.values()) {
            refresh(each, folder.rules, isCancelled);
        }
    }

    private static Object identity(Path folder) throws IOException {
        var key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key == null ? folder : key;
    }

    /** What is in a folder that has changed is subject to other rules if one of these files came, went or changed. */
    private static List<Stamp> ruleFiles(Path folder) {
        return List.of(
                Stamp.of(folder.resolve(".ignore")),
                Stamp.of(folder.resolve(".gitignore")),
                Stamp.of(folder.resolve(".git/info/exclude")),
                new Stamp(folder.resolve(".git"), null, Files.exists(folder.resolve(".git")) ? 1 : 0));
    }

    private void readRules(Folder folder, @Nullable IgnoreRules above, List<Stamp> files) {
        folder.ruleFiles = files;
        folder.rules = IgnoreRules.below(above, folder.path, users);
        folder.ownRules =
                files.stream().filter(stamp -> stamp.changed() != null).toList();
        folder.folders = Map.of();
    }

    private static IgnoreRules requireRules(Folder folder) {
        return Objects.requireNonNull(folder.rules, "the rules are read before a folder is listed");
    }

    private void list(Folder folder) throws IOException {
        var names = folder.path.toFile().list();
        if (names == null) {
            throw new NotDirectoryException(folder.path.toString());
        }
        var found = new ArrayList<PathEntry>(names.length);
        var folders = new HashMap<String, Folder>();
        for (var name : names) {
            add(folder, name, found, folders);
        }
        isChanged = true;
        folder.found = found;
        folder.folders = folders;
    }

    /** Asks the system once for a file, without the objects that attributes are made of: there are many files. */
    private static void add(Folder folder, String name, List<PathEntry> found, Map<String, Folder> folders) {
        var file = new File(folder.file, name);
        var isDirectory = file.isDirectory();
        if ((!isDirectory && !file.exists()) || requireRules(folder).excludes(file.getPath(), isDirectory)) {
            return;
        }
        if (isDirectory) {
            var path = file.toPath();
            if (isLoop(folder, path)) {
                return;
            }
            var known = folder.folders.get(name);
            folders.put(name, known != null ? known : new Folder(path, folder.prefix + name + "/", folder));
        }
        found.add(new PathEntry(folder.prefix + name, isDirectory));
    }

    private static boolean isLoop(Folder folder, Path path) {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        try {
            var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key != null && folder.leadsThrough(key);
        } catch (IOException e) {
            return true;
        }
    }
}
