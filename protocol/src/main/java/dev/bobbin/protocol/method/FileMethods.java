package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.fs.FsCopyParams;
import dev.bobbin.protocol.v2.fs.FsCopyResponse;
import dev.bobbin.protocol.v2.fs.FsCreateDirectoryParams;
import dev.bobbin.protocol.v2.fs.FsCreateDirectoryResponse;
import dev.bobbin.protocol.v2.fs.FsGetMetadataParams;
import dev.bobbin.protocol.v2.fs.FsGetMetadataResponse;
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
import dev.bobbin.protocol.v2.search.FuzzyFileSearchParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStartParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStartResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStopParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStopResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdateParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdateResponse;
import org.jspecify.annotations.Nullable;

/** The file system and searches in it. */
public interface FileMethods {
    /** {@code fs/readFile} */
    Method<FsReadFileParams, FsReadFileResponse> FS_READ_FILE =
            Method.of("fs/readFile", FsReadFileParams.class, FsReadFileResponse.class, LaneRule.RESOURCE);

    /** {@code fs/writeFile} */
    Method<FsWriteFileParams, FsWriteFileResponse> FS_WRITE_FILE =
            Method.of("fs/writeFile", FsWriteFileParams.class, FsWriteFileResponse.class, LaneRule.RESOURCE);

    /** {@code fs/createDirectory} */
    Method<FsCreateDirectoryParams, FsCreateDirectoryResponse> FS_CREATE_DIRECTORY = Method.of(
            "fs/createDirectory", FsCreateDirectoryParams.class, FsCreateDirectoryResponse.class, LaneRule.RESOURCE);

    /** {@code fs/getMetadata} */
    Method<FsGetMetadataParams, FsGetMetadataResponse> FS_GET_METADATA =
            Method.of("fs/getMetadata", FsGetMetadataParams.class, FsGetMetadataResponse.class, LaneRule.RESOURCE);

    /** {@code fs/readDirectory} */
    Method<FsReadDirectoryParams, FsReadDirectoryResponse> FS_READ_DIRECTORY = Method.of(
            "fs/readDirectory", FsReadDirectoryParams.class, FsReadDirectoryResponse.class, LaneRule.RESOURCE);

    /** {@code fs/remove} */
    Method<FsRemoveParams, FsRemoveResponse> FS_REMOVE =
            Method.of("fs/remove", FsRemoveParams.class, FsRemoveResponse.class, LaneRule.RESOURCE);

    /** {@code fs/copy} */
    Method<FsCopyParams, FsCopyResponse> FS_COPY =
            Method.of("fs/copy", FsCopyParams.class, FsCopyResponse.class, LaneRule.RESOURCE);

    /** {@code fs/watch} */
    Method<FsWatchParams, FsWatchResponse> FS_WATCH =
            Method.of("fs/watch", FsWatchParams.class, FsWatchResponse.class, LaneRule.RESOURCE);

    /** {@code fs/unwatch} */
    Method<FsUnwatchParams, FsUnwatchResponse> FS_UNWATCH =
            Method.of("fs/unwatch", FsUnwatchParams.class, FsUnwatchResponse.class, LaneRule.RESOURCE);

    /** {@code fuzzyFileSearch} */
    Method<FuzzyFileSearchParams, FuzzyFileSearchResponse> FUZZY_FILE_SEARCH = Method.of(
            "fuzzyFileSearch", FuzzyFileSearchParams.class, FuzzyFileSearchResponse.class, LaneRule.UNORDERED);

    /** {@code fuzzyFileSearch/sessionStart} */
    Method<FuzzyFileSearchSessionStartParams, FuzzyFileSearchSessionStartResponse> FUZZY_FILE_SEARCH_SESSION_START =
            Method.of(
                            "fuzzyFileSearch/sessionStart",
                            FuzzyFileSearchSessionStartParams.class,
                            FuzzyFileSearchSessionStartResponse.class,
                            LaneRule.RESOURCE)
                    .experimental();

    /** {@code fuzzyFileSearch/sessionUpdate} */
    Method<FuzzyFileSearchSessionUpdateParams, FuzzyFileSearchSessionUpdateResponse> FUZZY_FILE_SEARCH_SESSION_UPDATE =
            Method.of(
                            "fuzzyFileSearch/sessionUpdate",
                            FuzzyFileSearchSessionUpdateParams.class,
                            FuzzyFileSearchSessionUpdateResponse.class,
                            LaneRule.RESOURCE)
                    .experimental();

    /** {@code fuzzyFileSearch/sessionStop} */
    Method<FuzzyFileSearchSessionStopParams, FuzzyFileSearchSessionStopResponse> FUZZY_FILE_SEARCH_SESSION_STOP =
            Method.of(
                            "fuzzyFileSearch/sessionStop",
                            FuzzyFileSearchSessionStopParams.class,
                            FuzzyFileSearchSessionStopResponse.class,
                            LaneRule.RESOURCE)
                    .experimental();

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "fs/readFile" -> FS_READ_FILE;
            case "fs/writeFile" -> FS_WRITE_FILE;
            case "fs/createDirectory" -> FS_CREATE_DIRECTORY;
            case "fs/getMetadata" -> FS_GET_METADATA;
            case "fs/readDirectory" -> FS_READ_DIRECTORY;
            case "fs/remove" -> FS_REMOVE;
            case "fs/copy" -> FS_COPY;
            case "fs/watch" -> FS_WATCH;
            case "fs/unwatch" -> FS_UNWATCH;
            case "fuzzyFileSearch" -> FUZZY_FILE_SEARCH;
            case "fuzzyFileSearch/sessionStart" -> FUZZY_FILE_SEARCH_SESSION_START;
            case "fuzzyFileSearch/sessionUpdate" -> FUZZY_FILE_SEARCH_SESSION_UPDATE;
            case "fuzzyFileSearch/sessionStop" -> FUZZY_FILE_SEARCH_SESSION_STOP;
            default -> null;
        };
    }
}
