package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes files and folders that only their owner can read, and makes changes of folders durable. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE_MODE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER_MODE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFiles() {}

    /** For opening a file that may have to be made. */
    static FileAttribute<Set<PosixFilePermission>> fileMode() {
        return PosixFilePermissions.asFileAttribute(FILE_MODE);
    }

    /** Makes a folder and those above it that are missing. Returns the folders that got a new entry. */
    static List<Path> createFolders(Path folder) throws IOException {
        var missing = new ArrayList<Path>();
        for (var at = folder; at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        var changed = new ArrayList<Path>();
        for (var path : missing) {
            try {
                Files.createDirectory(path, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(path)) {
                    throw e;
                }
            }
            if (path.getParent() != null) {
                changed.add(path.getParent());
            }
        }
        return changed;
    }

    /** Makes an empty file unless there is one. */
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, fileMode());
        } catch (FileAlreadyExistsException e) {
            // As good.
        }
    }

    /** Makes a folder's entries durable. Works while the calling thread is interrupted. */
    static void syncFolder(Path folder) throws IOException {
        var interrupted = Thread.interrupted();
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
