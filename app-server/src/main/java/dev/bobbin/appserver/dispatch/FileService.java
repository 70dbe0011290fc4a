package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.FileMethods;
import dev.bobbin.protocol.v2.fs.FsCopyParams;
import dev.bobbin.protocol.v2.fs.FsCreateDirectoryParams;
import dev.bobbin.protocol.v2.fs.FsGetMetadataParams;
import dev.bobbin.protocol.v2.fs.FsReadDirectoryParams;
import dev.bobbin.protocol.v2.fs.FsReadFileParams;
import dev.bobbin.protocol.v2.fs.FsRemoveParams;
import dev.bobbin.protocol.v2.fs.FsUnwatchParams;
import dev.bobbin.protocol.v2.fs.FsWatchParams;
import dev.bobbin.protocol.v2.fs.FsWriteFileParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStartParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStopParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdateParams;

/** Files and searching for them. What jsonrpc4j calls, see {@link RequestRouter}. */
public final class FileService {
    private final RequestRouter router;

    FileService(RequestRouter router) {
        this.router = router;
    }

    public void fsReadFile(FsReadFileParams params) {
        router.run(FileMethods.FS_READ_FILE, params);
    }

    public void fsWriteFile(FsWriteFileParams params) {
        router.run(FileMethods.FS_WRITE_FILE, params);
    }

    public void fsCreateDirectory(FsCreateDirectoryParams params) {
        router.run(FileMethods.FS_CREATE_DIRECTORY, params);
    }

    public void fsGetMetadata(FsGetMetadataParams params) {
        router.run(FileMethods.FS_GET_METADATA, params);
    }

    public void fsReadDirectory(FsReadDirectoryParams params) {
        router.run(FileMethods.FS_READ_DIRECTORY, params);
    }

    public void fsRemove(FsRemoveParams params) {
        router.run(FileMethods.FS_REMOVE, params);
    }

    public void fsCopy(FsCopyParams params) {
        router.run(FileMethods.FS_COPY, params);
    }

    public void fsWatch(FsWatchParams params) {
        router.run(FileMethods.FS_WATCH, params);
    }

    public void fsUnwatch(FsUnwatchParams params) {
        router.run(FileMethods.FS_UNWATCH, params);
    }

    public void fuzzyFileSearch(FuzzyFileSearchParams params) {
        router.run(FileMethods.FUZZY_FILE_SEARCH, params);
    }

    public void fuzzyFileSearchSessionStart(FuzzyFileSearchSessionStartParams params) {
        router.run(FileMethods.FUZZY_FILE_SEARCH_SESSION_START, params);
    }

    public void fuzzyFileSearchSessionUpdate(FuzzyFileSearchSessionUpdateParams params) {
        router.run(FileMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, params);
    }

    public void fuzzyFileSearchSessionStop(FuzzyFileSearchSessionStopParams params) {
        router.run(FileMethods.FUZZY_FILE_SEARCH_SESSION_STOP, params);
    }
}
