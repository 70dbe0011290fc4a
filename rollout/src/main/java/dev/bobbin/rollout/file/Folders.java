package dev.bobbin.rollout.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes files and folders that only their owner can read, and makes new entries of folders durable. */
final class Folders {
    private static final Set<PosixFilePermission> FILE_MODE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER_MODE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Folders() {}

    /** Makes an empty file; fails if there is one. */
    static void createPrivateFile(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE_MODE));
    }

    /**
     * Makes a folder and those above it that are missing.
     *
     * @return the folders that got a new entry, to be synced
     */
    static List<Path> createPrivateFolders(Path folder) throws IOException {
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
                    // In the system's words for something else in the place of a folder on the way.
                    throw path.equals(folder) ? e : new NotDirectoryException(path.toString());
                }
            }
            var parent = path.getParent();
            if (parent != null) {
                changed.add(parent);
            }
        }
        return changed;
    }

    /** Makes the folder's entries durable. Works while the calling thread is interrupted. */
    static void sync(Path folder) throws IOException {
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
