package dev.bobbin.rollout.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Compressed rollouts. The native library is loaded when the first one is met. */
final class Compressed {
    private static final AtomicInteger TEMPORARY_FILES = new AtomicInteger();

    private Compressed() {}

    static InputStream decompressing(Path file) throws IOException {
        var raw = new FileInputStream(file.toFile());
        try {
            return new ZstdInputStreamNoFinalizer(new BufferedInputStream(raw, 128 << 10));
        } catch (IOException | LinkageError e) {
            raw.close();
            throw e;
        }
    }

    /**
     * Replaces {@code plain}'s compressed sibling by the plain file, durably; does nothing if there is none. A plain file
     * that exists already wins. After a crash at any point the rollout is whole in one form or both.
     */
    static void materialise(Path plain) throws IOException {
        var compressed = RolloutPaths.compressed(plain);
        if (Files.exists(plain) || !Files.isRegularFile(compressed)) {
            return;
        }
        var temporary = plain.resolveSibling(plain.getFileName() + ".decompress."
                + ProcessHandle.current().pid() + "." + TEMPORARY_FILES.incrementAndGet() + ".tmp");
        try {
            decompress(compressed, temporary);
            publish(temporary, plain);
        } finally {
            Files.deleteIfExists(temporary);
        }
        Folders.sync(parentOf(plain));
        Files.deleteIfExists(compressed);
    }

    private static void decompress(Path compressed, Path temporary) throws IOException {
        Folders.createPrivateFile(temporary);
        try (var in = decompressing(compressed);
                var out = new FileOutputStream(temporary.toFile())) {
            in.transferTo(out);
            Files.setPosixFilePermissions(temporary, modeOf(compressed));
            out.getFD().sync();
        }
    }

    /** The compressed file's mode, with our own right to go on writing. */
    private static Set<PosixFilePermission> modeOf(Path compressed) throws IOException {
        var mode = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        mode.addAll(Files.getPosixFilePermissions(compressed));
        return mode;
    }

    private static void publish(Path temporary, Path plain) throws IOException {
        try {
            Files.createLink(plain, temporary);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException | FileSystemException e) {
            publishWithoutLinks(temporary, plain);
        }
    }

    private static void publishWithoutLinks(Path temporary, Path plain) throws IOException {
        try {
            Files.move(temporary, plain);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was first; theirs holds the same.
        }
    }

    private static Path parentOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
