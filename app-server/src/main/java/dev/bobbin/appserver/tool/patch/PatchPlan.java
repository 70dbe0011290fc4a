package dev.bobbin.appserver.tool.patch;

import dev.bobbin.appserver.tool.patch.PlannedChange.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A patch worked out against the files as they are. Planning reads only; {@link #apply} writes all of it or nothing. */
public final class PatchPlan {
    private final List<PlannedChange> changes;

    private PatchPlan(List<PlannedChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * Works a patch out. A file named twice is changed twice, the second time from what the first left.
     *
     * @param cwd what relative paths start from
     * @throws PatchException if a file to change can't be read, or lines are not found in it
     */
    public static PatchPlan of(Patch patch, Path cwd) throws PatchException {
        var planner = new Planner(cwd);
        for (var change : patch.changes()) {
            planner.add(change);
        }
        return new PatchPlan(planner.changes);
    }

    /** The changes so far, and the files as they will be after them. */
    private static final class Planner {
        private final Path cwd;
        private final List<PlannedChange> changes = new ArrayList<>();
        private final Map<Path, Optional<String>> changed = new HashMap<>();

        Planner(Path cwd) {
            this.cwd = cwd;
        }

        void add(Patch.FileChange change) throws PatchException {
            var path = cwd.resolve(change.path()).normalize();
            var planned = switch (change) {
                case Patch.Add add ->
                    new PlannedChange(Kind.ADD, path, add.path(), existing(path), add.content(), null);
                case Patch.Delete delete ->
                    new PlannedChange(Kind.DELETE, path, delete.path(), read(path, ""), null, null);
                case Patch.Update update -> update(update, path);
            };
            changes.add(planned);
            changed.put(path, Optional.ofNullable(planned.moveTo() == null ? planned.after() : null));
            if (planned.moveTo() != null) {
                changed.put(planned.moveTo(), Optional.ofNullable(planned.after()));
            }
        }

        private PlannedChange update(Patch.Update update, Path path) throws PatchException {
            var before = read(path, "file to update ");
            var after = ChunkEditor.edit(path.toString(), before, update.chunks());
            var target = update.moveTo();
            return target == null
                    ? new PlannedChange(Kind.UPDATE, path, update.path(), before, after, null)
                    : new PlannedChange(
                            Kind.UPDATE,
                            path,
                            target,
                            before,
                            after,
                            cwd.resolve(target).normalize());
        }

        private @Nullable String existing(Path path) throws PatchException {
            var known = changed.get(path);
            if (known != null) {
                return known.orElse(null);
            }
            return Files.isRegularFile(path) ? read(path, "file to replace ") : null;
        }

        private String read(Path path, String why) throws PatchException {
            var known = changed.get(path);
            try {
                if (known != null) {
                    return known.orElseThrow(() -> new NoSuchFileException(path.toString()));
                }
                return Files.readString(path);
            } catch (IOException e) {
                throw new PatchException("Failed to read " + why + path + ": " + cause(path, e), e);
            }
        }
    }

    /** The operating system's words for why a file can't be read, as models know them. */
    private static String cause(Path path, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory (os error 2)";
        }
        return Files.isDirectory(path) ? "Is a directory (os error 21)" : String.valueOf(failure.getMessage());
    }

    /** What it does, in the order written. */
    public List<PlannedChange> changes() {
        return changes;
    }

    /** Every file that is written or removed, moves' targets included. */
    public List<Path> touched() {
        var touched = new ArrayList<Path>();
        for (var change : changes) {
            touched.add(change.path());
            if (change.moveTo() != null) {
                touched.add(change.moveTo());
            }
        }
        return touched;
    }

    /**
     * Does it. On any failure what was done is undone before the exception leaves.
     *
     * @throws IOException if a file can't be written or removed
     */
    public void apply() throws IOException {
        var saved = new LinkedHashMap<Path, byte @Nullable []>();
        var created = new ArrayList<Path>();
        try {
            for (var change : changes) {
                save(saved, change.path());
                if (change.moveTo() != null) {
                    save(saved, change.moveTo());
                }
                apply(change, created);
            }
        } catch (IOException e) {
            undo(saved, created, e);
            throw e;
        }
    }

    private static void save(Map<Path, byte @Nullable []> saved, Path path) throws IOException {
        if (!saved.containsKey(path)) {
            saved.put(path, Files.isRegularFile(path) ? Files.readAllBytes(path) : null);
        }
    }

    private static void apply(PlannedChange change, List<Path> created) throws IOException {
        if (change.after() == null) {
            Files.delete(change.path());
            return;
        }
        var target = change.moveTo() == null ? change.path() : change.moveTo();
        createParents(target, created);
        write(target, change.after().getBytes(StandardCharsets.UTF_8), change.path());
        if (change.moveTo() != null && !target.equals(change.path())) {
            Files.delete(change.path());
        }
    }

    private static void createParents(Path target, List<Path> created) throws IOException {
        var missing = new ArrayList<Path>();
        for (var dir = target.getParent(); dir != null && !Files.exists(dir); dir = dir.getParent()) {
            missing.add(dir);
        }
        for (var dir : missing.reversed()) {
            Files.createDirectory(dir);
            created.add(dir);
        }
    }

    /** Writes beside the target and renames, so that a reader never sees half a file; keeps the mode of the original. */
    private static void write(Path target, byte[] bytes, Path original) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            // A link is written through, as an editor would; a directory fails here with the system's own words.
            Files.write(target, bytes);
            return;
        }
        var part = Files.createTempFile(target.toAbsolutePath().getParent(), ".patch-", ".tmp");
        try {
            Files.write(part, bytes);
            if (Files.isRegularFile(original)) {
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(original));
            } else {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void undo(Map<Path, byte @Nullable []> saved, List<Path> created, IOException failure) {
        for (var entry : saved.entrySet()) {
            try {
                var bytes = entry.getValue();
                if (bytes == null) {
                    if (Files.isRegularFile(entry.getKey())) {
                        Files.delete(entry.getKey());
                    }
                } else {
                    Files.write(entry.getKey(), bytes);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        created.sort(Comparator.comparingInt(Path::getNameCount).reversed());
        for (var dir : created) {
            try {
                Files.deleteIfExists(dir);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** The lines a model is shown when all went well: added, modified, deleted, each with the path as written. */
    public String summary() {
        var text = new StringBuilder("Success. Updated the following files:\n");
        for (var kind : List.of(Kind.ADD, Kind.UPDATE, Kind.DELETE)) {
            for (var change : changes) {
                if (change.kind() == kind) {
                    text.append(letter(kind))
                            .append(' ')
                            .append(change.written())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static char letter(Kind kind) {
        return switch (kind) {
            case ADD -> 'A';
            case UPDATE -> 'M';
            case DELETE -> 'D';
        };
    }
}
