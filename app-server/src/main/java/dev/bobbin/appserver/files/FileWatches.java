package dev.bobbin.appserver.files;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.fs.FsChangedNotification;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files and folders that one client watches. Safe for use from many threads.
 *
 * <p>A file is watched through its folder, so that it may vanish and come back; a path that does not exist yet is watched
 * through the nearest folder that does. One thread a client, made with its first watch and ended with the connection.
 */
public final class FileWatches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatches.class);

    private record Watch(Path path, WatchKey key, Path folder) {}

    private final ClientConnection client;
    private final Map<String, Watch> watches = new HashMap<>();
    private @Nullable WatchService service;
    private boolean closed;

    /** No watches yet, for this client. */
    public FileWatches(ClientConnection client) {
        this.client = client;
    }

    /**
     * Begins to watch.
     *
     * @return false if the client already uses that id
     * @throws IOException if the system refuses
     */
    public synchronized boolean add(String id, Path path) throws IOException {
        if (watches.containsKey(id)) {
            return false;
        }
        if (!closed) {
            var folder = nearestFolder(path);
            var key = folder.register(
                    service(),
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            watches.put(id, new Watch(path, key, folder));
        }
        return true;
    }

    /** Ends a watch; does nothing where there is none of that id. */
    public synchronized void remove(String id) {
        var watch = watches.remove(id);
        if (watch != null
                && watches.values().stream().noneMatch(other -> other.key().equals(watch.key()))) {
            watch.key().cancel();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watches.clear();
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.warn("file watches could not be closed: {}", e.getMessage());
            }
        }
    }

    private static Path nearestFolder(Path path) {
        var folder = path;
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    private WatchService service() throws IOException {
        if (service == null) {
            var made = Path.of("/").getFileSystem().newWatchService();
            Thread.ofVirtual().name("file-watches-" + client.id()).start(() -> follow(made));
            service = made;
        }
        return service;
    }

    private void follow(WatchService changes) {
        try {
            while (true) {
                var key = changes.take();
                var changed = new HashSet<Path>();
                for (var event : key.pollEvents()) {
                    if (event.context() instanceof Path name && key.watchable() instanceof Path folder) {
                        changed.add(folder.resolve(name));
                    }
                }
                key.reset();
                tell(key, changed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            LOG.debug("watches of client {} ended", client.id());
        }
    }

    private synchronized void tell(WatchKey key, Set<Path> changed) {
        watches.forEach((id, watch) -> {
            if (watch.key().equals(key)) {
                var paths = new TreeSet<String>();
                for (var path : changed) {
                    if (path.startsWith(watch.path()) || watch.path().startsWith(path)) {
                        paths.add(path.toString());
                    }
                }
                if (!paths.isEmpty()) {
                    client.notify(Notifications.FS_CHANGED, new FsChangedNotification(id, List.copyOf(paths)));
                }
            }
        });
    }
}
