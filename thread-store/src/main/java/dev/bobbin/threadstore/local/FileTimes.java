package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** When files and folders were last changed, and whether that can be relied on. */
final class FileTimes {
    /** Clocks of file systems tick this slowly: what changed less than this ago may change again unseen. */
    private static final long SETTLING_MILLIS = 50;

    private FileTimes() {}

    /** Null if it is not there or no folder. */
    static @Nullable FileTime ofFolder(Path path) {
        return of(path, true);
    }

    /** Null if it is not there or a folder. */
    static @Nullable FileTime ofFile(Path path) {
        return of(path, false);
    }

    private static @Nullable FileTime of(Path path, boolean folder) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isDirectory() == folder ? attributes.lastModifiedTime() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Null if it may change again without another time. To be asked before the content is looked at. */
    static @Nullable FileTime settled(FileTime modified) {
        return System.currentTimeMillis() - modified.toMillis() > SETTLING_MILLIS ? modified : null;
    }
}
