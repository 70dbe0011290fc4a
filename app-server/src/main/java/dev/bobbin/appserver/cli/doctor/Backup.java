package dev.bobbin.appserver.cli.doctor;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where repairs keep what they change: {@code .tmp/bobbin-doctor/<time>/} in the home, files under the paths that they had
 * there. Made when the first is kept.
 */
final class Backup {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path home;
    private final LocalDateTime now;
    private @Nullable Path folder;

    Backup(Path home, LocalDateTime now) {
        this.home = home;
        this.now = now;
    }

    /** Null if nothing was kept. */
    @Nullable
    Path folder() {
        return folder;
    }

    /** Keeps a copy, with its times. */
    void copy(Path file) throws IOException {
        Files.copy(file, place(file), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Takes the file away from where it is. */
    void move(Path file) throws IOException {
        var target = place(file);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            Files.delete(file);
        }
    }

    /** Notes permissions as a command that brings them back. */
    void note(Path file, Set<PosixFilePermission> before) throws IOException {
        var mode = 0;
        for (var permission : PosixFilePermission.values()) {
            mode = mode << 1 | (before.contains(permission) ? 1 : 0);
        }
        var line = "chmod %03o '%s'%n".formatted(mode, file.toString().replace("'", "'\\''"));
        Files.writeString(made().resolve("permissions.sh"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A place for a file, whose folder exists; not taken yet. */
    Path place(Path file) throws IOException {
        var relative = file.startsWith(home)
                ? home.relativize(file)
                : Path.of("outside").resolve(file.getFileName());
        var wanted = made().resolve(relative.toString());
        createFolders(wanted.getParent());
        var free = wanted;
        for (var number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(wanted.getFileName() + "." + number);
        }
        return free;
    }

    private Path made() throws IOException {
        if (folder == null) {
            var parent = home.resolve(".tmp").resolve("bobbin-doctor");
            var free = parent.resolve(STAMP.format(now));
            for (var number = 2; Files.exists(free); number++) {
                free = parent.resolve(STAMP.format(now) + "-" + number);
            }
            createFolders(free);
            folder = free;
        }
        return folder;
    }

    private static void createFolders(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
