package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.WriterHolder;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The right to append to a thread, held across processes.
 *
 * <p>One file in the home, {@code .tmp/bobbin-writers/lock}, holds one locked byte for each thread that is held anywhere;
 * its place is made from the thread's id. The operating system lets go of it when the holder dies, however it dies, so the
 * next one takes over at once and never has to judge by age. A note beside it, {@code <thread id>.json}, says who holds it;
 * a note without a lock means nothing. The rollout itself is not locked, because closing any other descriptor of it in this
 * process would let go of the lock. Programs that do not know these locks are not kept out.
 */
final class WriterLocks implements AutoCloseable {
    private final Path folder;
    private final Supplier<String> clientName;
    private @Nullable LockFile file;

    WriterLocks(Path codexHome, Supplier<String> clientName) {
        this.folder = codexHome.resolve(".tmp").resolve("bobbin-writers");
        this.clientName = clientName;
    }

    /** One thread's lock, held until closed. */
    final class Held implements AutoCloseable {
        private final String threadId;
        private final FileLock lock;

        private Held(String threadId, FileLock lock) {
            this.threadId = threadId;
            this.lock = lock;
        }

        @Override
        public void close() throws IOException {
            try {
                Files.deleteIfExists(note(threadId));
            } catch (IOException e) {
                LoggerFactory.getLogger(WriterLocks.class).warn("left a note without a lock: {}", note(threadId), e);
            } finally {
                if (lock.isValid()) {
                    lock.release();
                }
            }
        }
    }

    /** @throws ThreadStoreException.Conflict if somebody else holds it */
    Held take(String threadId) throws IOException {
        var lock = tryLock(lockFile(), place(threadId));
        if (lock == null) {
            throw new ThreadStoreException.Conflict(threadId, readNote(threadId));
        }
        try {
            writeNote(threadId);
        } catch (IOException e) {
            lock.release();
            throw e;
        }
        return new Held(threadId, lock);
    }

    /** An interrupt would close the channel, and with it let go of every lock of this process. */
    private static @Nullable FileLock tryLock(LockFile file, long place) throws IOException {
        var interrupted = Thread.interrupted();
        try {
            return file.channel().tryLock(place, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized LockFile lockFile() throws IOException {
        if (file == null) {
            PrivateFiles.createFolders(folder);
            file = LockFile.open(folder.toRealPath().resolve("lock"));
        }
        return file;
    }

    private static long place(String threadId) {
        var id = UUID.fromString(threadId);
        return (id.getMostSignificantBits() * 31 + id.getLeastSignificantBits()) & (Long.MAX_VALUE >> 1);
    }

    private Path note(String threadId) {
        return folder.resolve(threadId + ".json");
    }

    private void writeNote(String threadId) throws IOException {
        PrivateFiles.createFile(note(threadId));
        try (var out = new FileOutputStream(note(threadId).toFile())) {
            out.write(ownNote());
        }
    }

    private byte[] ownNote() {
        var self = ProcessHandle.current();
        var started = self.info().startInstant().orElse(Instant.EPOCH);
        var note = "{\"pid\":" + self.pid() + ",\"started_at\":" + JsonStrings.quote(RolloutTime.format(started))
                + ",\"client\":" + JsonStrings.quote(clientName.get()) + "}\n";
        return note.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable WriterHolder readNote(String threadId) {
        try {
            var note = RawJson.of(Files.readAllBytes(note(threadId)));
            var fields = note.isValid() ? JsonFields.of(note) : null;
            var pid = fields == null ? null : fields.number("pid");
            if (fields == null || pid == null) {
                return null;
            }
            var started = RolloutTime.parse(fields.string("started_at", ""));
            return new WriterHolder(pid, started == null ? Instant.EPOCH : started, fields.string("client", ""));
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
