package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEncoder;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Appends to one rollout through a descriptor that stays open.
 *
 * <p>A batch is one write at the end of the file (O_APPEND). When {@link #append} returns it is with the operating system
 * and survives this process; after {@link #sync} it survives the machine. When it throws, nothing of the batch is in the
 * file: what a full disk let through is taken back. One thread at a time; interrupts do not disturb it.
 */
public final class RolloutWriter implements AutoCloseable {
    /** Buffers grown beyond this are let go after use. */
    private static final int USUAL_BUFFER = 64 << 10;

    private final Path path;
    private final LineBuffer batch = new LineBuffer(4096);
    private final Set<Path> unsyncedFolders = new LinkedHashSet<>();

    private FileOutputStream out;
    /** Keeps the content reachable if the file is unlinked. */
    private FileInputStream content;

    private @Nullable Object fileKey;
    private boolean tailSuspect;

    private RolloutWriter(Path path) throws IOException {
        this.path = path.toAbsolutePath();
        this.out = new FileOutputStream(this.path.toFile(), true);
        try {
            this.content = new FileInputStream(this.path.toFile());
            this.fileKey = attributes().fileKey();
        } catch (IOException e) {
            out.close();
            throw e;
        }
        unsyncedFolders.add(folder());
    }

    /**
     * Makes a new rollout that only its owner may read, with its first line, and the folders it lies in.
     *
     * @throws FileAlreadyExistsException if there is one, plain or compressed
     * @throws IOException if it cannot be written; then there is no file
     */
    public static RolloutWriter create(Path path, RolloutItem firstLine, Clock clock) throws IOException {
        var file = path.toAbsolutePath();
        if (RolloutPaths.existing(file) != null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var changed = new ArrayList<Path>();
        var folder = file.getParent();
        if (folder != null) {
            changed.addAll(Folders.createPrivateFolders(folder));
        }
        Folders.createPrivateFile(file);
        try {
            var writer = new RolloutWriter(file);
            writer.unsyncedFolders.addAll(changed);
            try {
                writer.append(List.of(firstLine), clock);
                return writer;
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Opens an existing rollout. One that is compressed becomes plain first; a last line without its newline is ended, so
     * that nothing glues to it.
     *
     * @param path plain or compressed name
     * @throws NoSuchFileException if there is neither file
     */
    public static RolloutWriter openForAppend(Path path) throws IOException {
        var plain = RolloutPaths.logical(path).toAbsolutePath();
        Compressed.materialise(plain);
        if (!Files.exists(plain)) {
            throw new NoSuchFileException(plain.toString());
        }
        repairTail(plain);
        return new RolloutWriter(plain);
    }

    private static void repairTail(Path file) throws IOException {
        if (TornTail.repair(file) == TornTail.FENCED) {
            LoggerFactory.getLogger(RolloutWriter.class).warn("skipped a torn last line of {}", file);
        }
    }

    /** The plain path. */
    public Path path() {
        return path;
    }

    /**
     * Writes the items, all or none, stamped with one time.
     *
     * @throws RolloutGoneException if the file is no longer the one that was opened
     * @throws IOException if the disk refuses; its own words
     * @throws IllegalArgumentException if an item holds text that is not JSON; nothing is written
     */
    public void append(List<? extends RolloutItem> items, Clock clock) throws IOException {
        var now = clock.instant();
        try {
            for (var item : items) {
                var start = batch.size();
                RolloutEncoder.line(item, now, batch);
                if (RawLine.of(batch.array(), start, batch.size() - 1, 0) == null) {
                    throw new IllegalArgumentException(
                            "not JSON: " + RolloutEncoder.typeOf(item) + " of " + (batch.size() - start) + " bytes");
                }
            }
            write(batch);
        } finally {
            batch.reset(USUAL_BUFFER);
        }
    }

    /** Writes whole lines as they stand, all or none. */
    void write(LineBuffer lines) throws IOException {
        if (lines.size() == 0) {
            return;
        }
        if (tailSuspect) {
            repairTail(path);
            tailSuspect = false;
        }
        var size = checkedSize();
        try {
            out.write(lines.array(), 0, lines.size());
        } catch (IOException first) {
            takeBack(lines, size, first);
            retry(lines, size, first);
        }
    }

    /** Once, for what was over in a moment. */
    private void retry(LineBuffer lines, long size, IOException first) throws IOException {
        if (tailSuspect) {
            throw first;
        }
        try {
            out.write(lines.array(), 0, lines.size());
        } catch (IOException again) {
            takeBack(lines, size, first);
            throw first;
        }
    }

    /** Removes what a failed write left, if it is surely ours. */
    private void takeBack(LineBuffer lines, long size, IOException failure) {
        try {
            var left = (int) Math.min(checkedSize() - size, lines.size());
            if (left > 0 && isOurs(lines.array(), size, left)) {
                TornTail.truncate(path, size);
            } else if (left > 0) {
                tailSuspect = true;
            }
        } catch (IOException e) {
            tailSuspect = true;
            failure.addSuppressed(e);
        }
    }

    private boolean isOurs(byte[] array, long from, int length) throws IOException {
        try (var in = new FileInputStream(path.toFile())) {
            in.skipNBytes(from);
            for (var i = 0; i < length; ) {
                var piece = in.readNBytes(Math.min(length - i, USUAL_BUFFER));
                for (var b : piece) {
                    if (b != array[i++]) {
                        return false;
                    }
                }
                if (piece.length == 0) {
                    return false;
                }
            }
            return in.read() < 0;
        }
    }

    /** The file's size, after making sure that it is still ours. */
    long checkedSize() throws IOException {
        BasicFileAttributes now;
        try {
            now = attributes();
        } catch (NoSuchFileException e) {
            throw new RolloutGoneException(path);
        }
        if (fileKey != null && !fileKey.equals(now.fileKey())) {
            throw new RolloutGoneException(path);
        }
        return now.size();
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    /**
     * Makes a file that was removed anew, at its old path and with all that was written, and goes on with it. Durable on
     * return. Whether the file was moved on purpose is for the caller to find out first.
     *
     * @throws RolloutGoneException if another file lies there now
     */
    public void restore() throws IOException {
        if (Files.exists(path)) {
            checkedSize();
            return;
        }
        unsyncedFolders.addAll(Folders.createPrivateFolders(folder()));
        var temporary = path.resolveSibling(path.getFileName() + ".restore.tmp");
        Files.deleteIfExists(temporary);
        Folders.createPrivateFile(temporary);
        try {
            try (var copy = new FileOutputStream(temporary.toFile())) {
                content.transferTo(copy);
                copy.getFD().sync();
            }
            Files.createLink(path, temporary);
        } catch (FileAlreadyExistsException e) {
            throw new RolloutGoneException(path);
        } finally {
            Files.deleteIfExists(temporary);
        }
        reopen();
        unsyncedFolders.add(folder());
        sync();
    }

    private void reopen() throws IOException {
        close();
        out = new FileOutputStream(path.toFile(), true);
        content = new FileInputStream(path.toFile());
        fileKey = attributes().fileKey();
    }

    /** Makes everything appended so far survive a crash of the machine, with the file's entry in its folder. */
    public void sync() throws IOException {
        out.getFD().sync();
        for (var folder : List.copyOf(unsyncedFolders)) {
            Folders.sync(folder);
            unsyncedFolders.remove(folder);
        }
    }

    private Path folder() {
        var folder = path.getParent();
        return folder == null ? path : folder;
    }

    /** Does not sync. */
    @Override
    public void close() throws IOException {
        try (var closing = out) {
            content.close();
        }
    }
}
