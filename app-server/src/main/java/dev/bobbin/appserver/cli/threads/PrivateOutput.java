package dev.bobbin.appserver.cli.threads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that only their owner can read, written whole or not at all. */
final class PrivateOutput {
    private PrivateOutput() {}

    /** What is in a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file durably.
     *
     * @param modified when it is to say that it was written; null for now
     * @throws FileAlreadyExistsException if it exists and is not to be replaced
     */
    static void write(Path target, Content content, boolean replace, @Nullable Instant modified) throws IOException {
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        var temporary = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var file = FileChannel.open(temporary, options, mode)) {
                content.writeTo(Channels.newOutputStream(file));
                file.force(true);
            }
            if (modified != null) {
                Files.setLastModifiedTime(temporary, FileTime.from(modified));
            }
            if (replace) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(temporary, target);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        var folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }
}
