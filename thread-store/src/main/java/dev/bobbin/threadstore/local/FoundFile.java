package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@link HomeScan} found when it read the head of a file.
 *
 * @param entry null if it is no rollout
 * @param modified when it was last changed; null if it may change again unseen
 * @param exists whether it is a file at all
 */
record FoundFile(
        IndexEntry.Place place,
        @Nullable IndexEntry entry,
        @Nullable FileTime modified,
        boolean exists) {

    private static final Logger LOG = LoggerFactory.getLogger(FoundFile.class);

    /**
     * Reads the head of a file, which may be gone by now. What the system refuses to read, as when there are no descriptors
     * left, may be readable the next time; what cannot be decompressed is not until it changes. The buffer is used meanwhile.
     */
    static FoundFile read(IndexEntry.Place place, HeadReader heads, byte[] buffer) {
        FileTime settled = null;
        try {
            var file = place.file();
            var before = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!before.isRegularFile()) {
                return new FoundFile(place, null, null, false);
            }
            settled = FileTimes.settled(before.lastModifiedTime());
            return new FoundFile(place, heads.entry(place, file, before, buffer), settled, true);
        } catch (NoSuchFileException e) {
            // The folder's time has changed, and the next round lists it anew.
            return new FoundFile(place, null, null, false);
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", place.file(), OsErrors.text(e));
            return new FoundFile(place, null, place.name().compressed() ? settled : null, true);
        }
    }
}
