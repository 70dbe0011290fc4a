package dev.bobbin.appserver.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file of the server's own that is only its owner's to read and is never seen half written. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /**
     * Replaces a file, or makes it, with mode 0600. A link stays a link. On return, the new bytes are on disk.
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, PRIVATE);
    }

    /** As {@link #replace(Path, byte[])}; a file that is there keeps its own mode. */
    public static void replaceKeepingMode(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, Files.exists(file) ? Files.getPosixFilePermissions(file) : PRIVATE);
    }

    private static void replace(Path file, byte[] bytes, Set<PosixFilePermission> mode) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(fresh, mode);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
