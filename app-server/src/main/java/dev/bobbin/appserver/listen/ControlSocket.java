package dev.bobbin.appserver.listen;

import dev.bobbin.appserver.files.SystemErrors;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The socket in the file system that local clients find a running server by. Its folder is its user's alone if it had to
 * be made, and so is the socket itself.
 */
public final class ControlSocket {
    private static final String FOLDER = "app-server-control";

    private final Path path;
    private final Path lockFile;

    private ControlSocket(Path path, Path lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** The socket of a home unless it is asked for elsewhere. */
    public static Path defaultPath(Path codexHome) {
        return codexHome.resolve(FOLDER).resolve("app-server-control.sock");
    }

    static ControlSocket at(Path path, Path codexHome) {
        return new ControlSocket(path, codexHome.resolve(FOLDER).resolve("app-server-startup.lock"));
    }

    Path path() {
        return path;
    }

    /** Opens the socket, which may throw whatever says why it cannot be opened. */
    @FunctionalInterface
    interface Opening {
        void open() throws Exception;
    }

    /**
     * Opens the socket while no other server of the home does so. One that no server listens on any more is replaced.
     *
     * @throws ListenException if somebody listens on it, or something else is there
     * @throws Exception what {@code opening} throws
     */
    void open(Opening opening) throws Exception {
        try {
            makeFolder(lockFile.getParent());
            makeFolder(path.getParent());
        } catch (IOException e) {
            throw new ListenException("failed to create the folder of " + path + ": " + SystemErrors.text(e, path));
        }
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            clear();
            opening.open();
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private void clear() throws IOException, ListenException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new ListenException("app-server control socket path exists and is not a socket: " + path);
        }
        if (isListenedOn()) {
            throw new ListenException("app-server control socket is already in use at " + path);
        }
        Files.delete(path);
    }

    private boolean isListenedOn() {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
