package dev.bobbin.threadstore.local;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.bobbin.rollout.file.RolloutPaths;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the compressed form of a rollout in the place of the plain one.
 *
 * <p>It is decoded and compared first, and takes the place only if the plain file did not change meanwhile and nobody has it
 * open. Each step is durable before the next, so that after a crash at least one whole form is there.
 */
final class CompressedForm {
    private static final Logger LOG = LoggerFactory.getLogger(CompressedForm.class);

    private static final int LEVEL = 3;

    private CompressedForm() {}

    /** Leaves a file as it is that changes or is in use. */
    static void replace(Path path) throws IOException {
        var plain = path.toRealPath();
        var folder = plain.resolveSibling("");
        var before = Files.readAttributes(plain, BasicFileAttributes.class);
        var temporary = Files.createTempFile(folder, "rollout-compress-", ".tmp", PrivateFiles.fileMode());
        try {
            write(plain, temporary);
            if (!decodesTo(plain, temporary) || hasChanged(plain, before)) {
                return;
            }
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(plain));
            Files.setLastModifiedTime(temporary, before.lastModifiedTime());
            exchange(plain, temporary, before);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path plain, Path temporary) throws IOException {
        try (var in = new FileInputStream(plain.toFile());
                var out = new ZstdOutputStreamNoFinalizer(new FileOutputStream(temporary.toFile()), LEVEL)) {
            in.transferTo(out);
        }
        try (var written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static boolean decodesTo(Path plain, Path temporary) throws IOException {
        try (var expected = new BufferedInputStream(new FileInputStream(plain.toFile()));
                var actual = new BufferedInputStream(new ZstdInputStreamNoFinalizer(
                        new BufferedInputStream(new FileInputStream(temporary.toFile()))))) {
            int b;
            do {
                b = expected.read();
                if (b != actual.read()) {
                    return false;
                }
            } while (b >= 0);
            return true;
        }
    }

    private static boolean hasChanged(Path plain, BasicFileAttributes before) throws IOException {
        var now = Files.readAttributes(plain, BasicFileAttributes.class);
        return now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime());
    }

    /**
     * Never over a compressed file that somebody else has made meanwhile. The plain file steps aside before it is looked
     * at for the last time: who has it open goes on writing to it wherever it lies, and nobody can open it any more.
     */
    private static void exchange(Path plain, Path temporary, BasicFileAttributes before) throws IOException {
        var folder = plain.resolveSibling("");
        var compressed = RolloutPaths.compressed(plain);
        var aside = plain.resolveSibling(plain.getFileName() + ".compressed.tmp");
        Files.createLink(compressed, temporary);
        PrivateFiles.syncFolder(folder);
        Files.move(plain, aside);
        if (hasChanged(aside, before) || OpenFiles.areKnown() && OpenFiles.isOpen(aside)) {
            putBack(aside, plain, compressed);
        } else {
            Files.delete(aside);
        }
        PrivateFiles.syncFolder(folder);
    }

    private static void putBack(Path aside, Path plain, Path compressed) throws IOException {
        try {
            Files.createLink(plain, aside);
            Files.deleteIfExists(compressed);
            Files.delete(aside);
        } catch (FileAlreadyExistsException e) {
            var kept = plain.resolveSibling(plain.getFileName() + ".other");
            Files.move(aside, kept);
            LOG.warn("two programs write to {}; what the other one has is kept in {}", plain, kept);
        }
    }
}
