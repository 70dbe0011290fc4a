package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A file whose bytes are locked, opened at most once in this process: closing a second descriptor of it would let go of
 * all locks of the first.
 */
final class LockFile implements AutoCloseable {
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private int users;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @param path canonical */
    static LockFile open(Path path) throws IOException {
        synchronized (OPEN) {
            var file = OPEN.get(path);
            if (file == null) {
                var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                file = new LockFile(path, FileChannel.open(path, options, PrivateFiles.fileMode()));
                OPEN.put(path, file);
            }
            file.users++;
            return file;
        }
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(path);
                channel.close();
            }
        }
    }
}
