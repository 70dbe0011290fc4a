package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compresses rollouts that nobody touched for a week: archived ones and, where that is wanted, live ones.
 *
 * <p>A marker in the home keeps programs that share it from doing so more than once in six hours. Threads that somebody
 * writes to are left alone: those that take our locks are known by them. Others are known by their open files, and where
 * the system does not tell of those, live rollouts stay plain.
 *
 * @see CompressedForm
 */
final class RolloutCompression implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutCompression.class);

    private static final Duration BETWEEN_RUNS = Duration.ofHours(6);
    private static final Duration UNTOUCHED = Duration.ofDays(7);

    private final Path codexHome;
    private final WriterLocks locks;
    private final Clock clock;
    private final boolean idleToo;

    /** @param idleToo whether live rollouts are compressed as well */
    RolloutCompression(Path codexHome, WriterLocks locks, Clock clock, boolean idleToo) {
        this.codexHome = codexHome;
        this.locks = locks;
        this.clock = clock;
        this.idleToo = idleToo;
    }

    @Override
    public void run() {
        var marker = codexHome.resolve(".tmp").resolve("rollout-compression.lock");
        try {
            if (claim(marker)) {
                compressAll(marker);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("old threads were not compressed: {}", e.toString());
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
            compressHalf(true);
            if (idleToo && OpenFiles.areKnown()) {
                compressHalf(false);
            }
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(marker);
            throw e;
        }
    }

    private void compressHalf(boolean archived) throws IOException {
        RolloutPaths.walk(codexHome, archived, entry -> {
            compressIfOld(entry.path(), entry.name());
            return !Thread.currentThread().isInterrupted();
        });
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
        return Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(clock.instant());
    }

    private void compressIfOld(Path plain, RolloutName name) {
        try {
            if (name.compressed() || Files.exists(RolloutPaths.compressed(plain)) || !isOlder(plain, UNTOUCHED)) {
                return;
            }
            try (var held = locks.take(name.threadId())) {
                CompressedForm.replace(plain);
            }
        } catch (ThreadStoreException.Conflict e) {
            LOG.debug("{} is in use", plain);
        } catch (IOException e) {
            LOG.warn("{} was not compressed: {}", plain, e.toString());
        }
    }
}
