package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class FsShapes {
    private FsShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                FsChangedNotification watchId:S changedPaths:[A
                FsCopyParams sourcePath:A destinationPath:A recursive=:B
                FsCopyResponse
                FsCreateDirectoryParams path:A recursive?:B
                FsCreateDirectoryResponse
                FsGetMetadataParams path:A
                FsGetMetadataResponse isDirectory:B isFile:B isSymlink:B createdAtMs:i64 modifiedAtMs:i64
                FsReadDirectoryEntry fileName:S isDirectory:B isFile:B
                FsReadDirectoryParams path:A
                FsReadDirectoryResponse entries:[Lv2.fs.FsReadDirectoryEntry
                FsReadFileParams path:A
                FsReadFileResponse dataBase64:S
                FsRemoveParams path:A recursive?:B force?:B
                FsRemoveResponse
                FsUnwatchParams watchId:S
                FsUnwatchResponse
                FsWatchParams watchId:S path:A
                FsWatchResponse path:A
                FsWriteFileParams path:A dataBase64:S
                FsWriteFileResponse
                """;
    }
}
