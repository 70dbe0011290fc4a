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
public interface FileService extends Service {
    default void fsReadFile(FsReadFileParams params) {
        router().run(FileMethods.FS_READ_FILE, params);
    }

    default void fsWriteFile(FsWriteFileParams params) {
        router().run(FileMethods.FS_WRITE_FILE, params);
    }

    default void fsCreateDirectory(FsCreateDirectoryParams params) {
        router().run(FileMethods.FS_CREATE_DIRECTORY, params);
    }

    default void fsGetMetadata(FsGetMetadataParams params) {
        router().run(FileMethods.FS_GET_METADATA, params);
    }

    default void fsReadDirectory(FsReadDirectoryParams params) {
        router().run(FileMethods.FS_READ_DIRECTORY, params);
    }

    default void fsRemove(FsRemoveParams params) {
        router().run(FileMethods.FS_REMOVE, params);
    }

    default void fsCopy(FsCopyParams params) {
        router().run(FileMethods.FS_COPY, params);
    }

    default void fsWatch(FsWatchParams params) {
        router().run(FileMethods.FS_WATCH, params);
    }

    default void fsUnwatch(FsUnwatchParams params) {
        router().run(FileMethods.FS_UNWATCH, params);
    }

    default void fuzzyFileSearch(FuzzyFileSearchParams params) {
        router().run(FileMethods.FUZZY_FILE_SEARCH, params);
    }

    default void fuzzyFileSearchSessionStart(FuzzyFileSearchSessionStartParams params) {
        router().run(FileMethods.FUZZY_FILE_SEARCH_SESSION_START, params);
    }

    default void fuzzyFileSearchSessionUpdate(FuzzyFileSearchSessionUpdateParams params) {
        router().run(FileMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, params);
    }

    default void fuzzyFileSearchSessionStop(FuzzyFileSearchSessionStopParams params) {
        router().run(FileMethods.FUZZY_FILE_SEARCH_SESSION_STOP, params);
    }
}
