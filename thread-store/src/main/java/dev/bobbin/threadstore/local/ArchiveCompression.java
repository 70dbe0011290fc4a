package dev.bobbin.threadstore.local;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compresses archived rollouts that nobody touched for a week.
 *
 * <p>A marker in the home keeps programs that share it from doing so more than once in six hours. The compressed file is
 * decoded and compared before it takes the place of the plain one, and only if that did not change meanwhile; each step is
 * durable before the next, so that after a crash at least one whole form is there. Threads that somebody writes to are
 * left alone.
 */
final class ArchiveCompression implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveCompression.class);

    private static final Duration BETWEEN_RUNS = Duration.ofHours(6);
    private static final Duration UNTOUCHED = Duration.ofDays(7);
    private static final int LEVEL = 3;

    private final Path codexHome;
    private final WriterLocks locks;
    private final Clock clock;

    ArchiveCompression(Path codexHome, WriterLocks locks, Clock clock) {
        this.codexHome = codexHome;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public void run() {
        var marker = codexHome.resolve(".tmp").resolve("rollout-compression.lock");
        try {
            if (claim(marker)) {
                compressAll(marker);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("archived threads were not compressed: {}", e.toString());
        }
    }

    private boolean claim(Path marker) throws IOException {
        PrivateFiles.createFolders(codexHome.resolve(".tmp"));
        if (Files.exists(marker) && isOlder(marker, BETWEEN_RUNS)) {
            Files.deleteIfExists(marker);
        }
        var note = "pid=" + ProcessHandle.current().pid() + " started_at=" + clock.instant();
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = FileChannel.open(marker, options, PrivateFiles.fileMode())) {
            out.write(StandardCharsets.UTF_8.encode(note));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void compressAll(Path marker) throws IOException {
        try {
            for (var root : List.of(RolloutPaths.SESSIONS, RolloutPaths.ARCHIVED_SESSIONS)) {
                removeLeftovers(codexHome.resolve(root));
            }
            RolloutPaths.walk(codexHome, true, entry -> {
                compressIfOld(entry.path(), entry.name());
                return !Thread.currentThread().isInterrupted();
            });
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(marker);
            throw e;
        }
    }

    private void removeLeftovers(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".tmp")
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && isOlder(file, BETWEEN_RUNS)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private void compressIfOld(Path plain, RolloutName name) {
        try {
            if (name.compressed() || Files.exists(RolloutPaths.compressed(plain)) || !isOlder(plain, UNTOUCHED)) {
                return;
            }
            try (var held = locks.take(name.threadId())) {
                compress(plain);
            }
        } catch (ThreadStoreException.Conflict e) {
            LOG.debug("{} is in use", plain);
        } catch (IOException e) {
            LOG.warn("{} was not compressed: {}", plain, e.toString());
        }
    }

    private static void compress(Path plain) throws IOException {
        var folder = plain.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        var before = Files.readAttributes(plain, BasicFileAttributes.class);
        var temporary = Files.createTempFile(folder, "rollout-compress-", ".tmp", PrivateFiles.fileMode());
        try {
            write(plain, temporary);
            if (!decodesTo(plain, temporary) || hasChanged(plain, before)) {
                return;
            }
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(plain));
            Files.setLastModifiedTime(temporary, before.lastModifiedTime());
            replace(plain, temporary, before);
            PrivateFiles.syncFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path plain, Path temporary) throws IOException {
        try (var in = new FileInputStream(plain.toFile());
                var file = new FileOutputStream(temporary.toFile())) {
            var out = new ZstdOutputStreamNoFinalizer(file, LEVEL);
            in.transferTo(out);
            out.flush();
            out.close();
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

    /** Never over a compressed file that somebody else has made meanwhile. */
    private static void replace(Path plain, Path temporary, BasicFileAttributes before) throws IOException {
        var compressed = RolloutPaths.compressed(plain);
        Files.createLink(compressed, temporary);
        if (hasChanged(plain, before)) {
            Files.delete(compressed);
        } else {
            Files.delete(plain);
        }
    }
}
