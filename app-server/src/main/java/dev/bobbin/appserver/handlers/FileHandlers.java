package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.files.FileOperations;
import dev.bobbin.appserver.files.FileWatches;
import dev.bobbin.appserver.files.SystemErrors;
import dev.bobbin.protocol.method.FileMethods;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.v2.fs.FsCopyParams;
import dev.bobbin.protocol.v2.fs.FsCopyResponse;
import dev.bobbin.protocol.v2.fs.FsCreateDirectoryParams;
import dev.bobbin.protocol.v2.fs.FsCreateDirectoryResponse;
import dev.bobbin.protocol.v2.fs.FsGetMetadataParams;
import dev.bobbin.protocol.v2.fs.FsGetMetadataResponse;
import dev.bobbin.protocol.v2.fs.FsReadDirectoryEntry;
import dev.bobbin.protocol.v2.fs.FsReadDirectoryParams;
import dev.bobbin.protocol.v2.fs.FsReadDirectoryResponse;
import dev.bobbin.protocol.v2.fs.FsReadFileParams;
import dev.bobbin.protocol.v2.fs.FsReadFileResponse;
import dev.bobbin.protocol.v2.fs.FsRemoveParams;
import dev.bobbin.protocol.v2.fs.FsRemoveResponse;
import dev.bobbin.protocol.v2.fs.FsUnwatchParams;
import dev.bobbin.protocol.v2.fs.FsUnwatchResponse;
import dev.bobbin.protocol.v2.fs.FsWatchParams;
import dev.bobbin.protocol.v2.fs.FsWatchResponse;
import dev.bobbin.protocol.v2.fs.FsWriteFileParams;
import dev.bobbin.protocol.v2.fs.FsWriteFileResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Requests about files. Every failure of the system is answered in the system's own words. */
public final class FileHandlers {
    private final Map<Long, FileWatches> watches = new ConcurrentHashMap<>();

    private FileHandlers() {}

    /** What a request about a file does. */
    @FunctionalInterface
    private interface FileAction<P, R> {
        R apply(P params) throws IOException;
    }

    /** Has the {@code fs/*} methods answered. */
    public static void register(RequestRouter router) {
        var handlers = new FileHandlers();
        on(router, FileMethods.FS_READ_FILE, FsReadFileParams::path, FileHandlers::readFile);
        on(router, FileMethods.FS_WRITE_FILE, FsWriteFileParams::path, FileHandlers::writeFile);
        on(router, FileMethods.FS_CREATE_DIRECTORY, FsCreateDirectoryParams::path, FileHandlers::createDirectory);
        on(router, FileMethods.FS_GET_METADATA, FsGetMetadataParams::path, FileHandlers::getMetadata);
        on(router, FileMethods.FS_READ_DIRECTORY, FsReadDirectoryParams::path, FileHandlers::readDirectory);
        on(router, FileMethods.FS_REMOVE, FsRemoveParams::path, FileHandlers::remove);
        on(router, FileMethods.FS_COPY, FsCopyParams::sourcePath, FileHandlers::copy);
        router.on(FileMethods.FS_WATCH, handlers::watch);
        router.on(FileMethods.FS_UNWATCH, handlers::unwatch);
    }

    private static <P, R> void on(
            RequestRouter router, Method<P, R> method, Function<P, String> path, FileAction<P, R> action) {
        router.on(method, (params, _, reply) -> {
            try {
                reply.ok(action.apply(params));
            } catch (IOException e) {
                reply.fail(failed(e, Path.of(path.apply(params))));
            }
        });
    }

    private static RequestException failed(IOException failure, Path path) {
        return new RequestException.Internal(SystemErrors.text(failure, path), "io_error");
    }

    private static FsReadFileResponse readFile(FsReadFileParams params) throws IOException {
        return new FsReadFileResponse(Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(params.path()))));
    }

    private static FsWriteFileResponse writeFile(FsWriteFileParams params) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(params.dataBase64());
        } catch (IllegalArgumentException e) {
            throw new RequestException.InvalidRequest(
                    "fs/writeFile requires valid base64 dataBase64: " + e.getMessage(), "invalid_base64");
        }
        Files.write(Path.of(params.path()), bytes);
        return new FsWriteFileResponse();
    }

    private static FsCreateDirectoryResponse createDirectory(FsCreateDirectoryParams params) throws IOException {
        var path = Path.of(params.path());
        if (params.recursive() == null || params.recursive()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectory(path);
        }
        return new FsCreateDirectoryResponse();
    }

    private static FsGetMetadataResponse getMetadata(FsGetMetadataParams params) throws IOException {
        var path = Path.of(params.path());
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FsGetMetadataResponse(
                attributes.isDirectory(),
                attributes.isRegularFile(),
                Files.isSymbolicLink(path),
                attributes.creationTime().toMillis(),
                attributes.lastModifiedTime().toMillis());
    }

    private static FsReadDirectoryResponse readDirectory(FsReadDirectoryParams params) throws IOException {
        var path = Path.of(params.path());
        FileOperations.requireFolder(path);
        var entries = new ArrayList<FsReadDirectoryEntry>();
        try (var children = Files.newDirectoryStream(path)) {
            for (var child : children) {
                entries.add(new FsReadDirectoryEntry(
                        String.valueOf(child.getFileName()), Files.isDirectory(child), Files.isRegularFile(child)));
            }
        }
        return new FsReadDirectoryResponse(entries);
    }

    private static FsRemoveResponse remove(FsRemoveParams params) throws IOException {
        var path = Path.of(params.path());
        var isForced = params.force() == null || params.force();
        if (isForced && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new FsRemoveResponse();
        }
        if (params.recursive() == null || params.recursive()) {
            FileOperations.removeTree(path);
        } else {
            Files.delete(path);
        }
        return new FsRemoveResponse();
    }

    private static FsCopyResponse copy(FsCopyParams params) throws IOException {
        var source = Path.of(params.sourcePath());
        var target = Path.of(params.destinationPath());
        if (!Files.isDirectory(source)) {
            FileOperations.copyFile(source, target);
            return new FsCopyResponse();
        }
        if (!params.recursive()) {
            throw new RequestException.InvalidRequest(
                    "fs/copy requires recursive: true when sourcePath is a directory", "recursive_required");
        }
        if (FileOperations.isSameOrInside(target, source)) {
            throw new RequestException.InvalidRequest(
                    "fs/copy cannot copy a directory to itself or one of its descendants", "copy_into_itself");
        }
        FileOperations.copyTree(source, target);
        return new FsCopyResponse();
    }

    private void watch(FsWatchParams params, RequestContext context, Reply<FsWatchResponse> reply) {
        try {
            if (!watchesOf(context.connection()).add(params.watchId(), Path.of(params.path()))) {
                throw new RequestException.InvalidRequest(
                        "watchId already exists: " + params.watchId(), "watch_exists");
            }
            reply.ok(new FsWatchResponse(params.path()));
        } catch (IOException e) {
            reply.fail(failed(e, Path.of(params.path())));
        }
    }

    private void unwatch(FsUnwatchParams params, RequestContext context, Reply<FsUnwatchResponse> reply) {
        watchesOf(context.connection()).remove(params.watchId());
        reply.ok(new FsUnwatchResponse());
    }

    private FileWatches watchesOf(ClientConnection client) {
        return watches.computeIfAbsent(client.id(), id -> {
            var made = new FileWatches(client);
            client.onClose(() -> {
                watches.remove(id);
                made.close();
            });
            return made;
        });
    }
}
