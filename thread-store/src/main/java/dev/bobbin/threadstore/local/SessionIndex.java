package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that people gave to threads: {@code session_index.jsonl}, one line per renaming, the last one of a thread counts.
 *
 * <p>Shared with other programs, so every look checks the file's length and reads only what was added. Bad lines are
 * skipped; a last line cut short by a crash is ended before the next is appended. Safe for use from several threads.
 */
final class SessionIndex {
    private static final int REWRITE_ATTEMPTS = 3;

    private final Path file;
    private final Map<String, String> names = new HashMap<>();
    private @Nullable Map<String, String> snapshot;
    private @Nullable Object fileKey;
    private long readUpTo;

    SessionIndex(Path codexHome) {
        this.file = codexHome.resolve("session_index.jsonl");
    }

    /** The last name given to the thread; null if there is none. */
    synchronized @Nullable String name(String threadId) {
        catchUp();
        return names.get(threadId);
    }

    /** All names by thread id, as they are now. */
    synchronized Map<String, String> names() {
        catchUp();
        if (snapshot == null) {
            snapshot = Map.copyOf(names);
        }
        return snapshot;
    }

    private void catchUp() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var key = attributes.fileKey();
            if (key == null || !key.equals(fileKey) || attributes.size() < readUpTo) {
                forgetAll();
                fileKey = key;
            }
            if (attributes.size() > readUpTo) {
                readAdded(attributes.size());
            }
        } catch (IOException e) {
            forgetAll();
            fileKey = null;
        }
    }

    private void forgetAll() {
        names.clear();
        snapshot = null;
        readUpTo = 0;
    }

    private void readAdded(long size) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(readUpTo);
            var added = new byte[Math.toIntExact(size - readUpTo)];
            in.readFully(added);
            var start = 0;
            for (var i = 0; i < added.length; i++) {
                if (added[i] == '\n') {
                    learn(RawJson.of(added, start, i));
                    start = i + 1;
                }
            }
            // A line still without its end is read again when it has grown, and counts already now.
            learn(RawJson.of(added, start, added.length));
            readUpTo += start;
        }
    }

    private void learn(RawJson line) {
        if (line.length() == 0 || !line.isValid()) {
            return;
        }
        var fields = JsonFields.of(line);
        var id = fields.string("id");
        var name = fields.string("thread_name");
        if (id == null || name == null) {
            return;
        }
        snapshot = null;
        if (name.isBlank()) {
            names.remove(id);
        } else {
            names.put(id, name.strip());
        }
    }

    /** Appends a name, durably. An empty one takes the name away. */
    synchronized void append(String threadId, String name, Instant now) throws IOException {
        var line = ("{\"id\":" + JsonStrings.quote(threadId) + ",\"thread_name\":" + JsonStrings.quote(name)
                        + ",\"updated_at\":" + JsonStrings.quote(now.toString()) + "}\n")
                .getBytes(StandardCharsets.UTF_8);
        PrivateFiles.createFolders(folder());
        PrivateFiles.createFile(file);
        var torn = endsTorn();
        // Not a channel: an interrupt must not lose the name.
        try (var out = new FileOutputStream(file.toFile(), true)) {
            out.write(torn ? onItsOwnLine(line) : line);
            out.getFD().sync();
        }
    }

    private static byte[] onItsOwnLine(byte[] line) {
        var separated = new byte[line.length + 1];
        separated[0] = '\n';
        System.arraycopy(line, 0, separated, 1, line.length);
        return separated;
    }

    private Path folder() {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    private boolean endsTorn() throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() == 0) {
                return false;
            }
            in.seek(in.length() - 1);
            return in.read() != '\n';
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** Removes every trace of the thread. Others may append meanwhile, so the file is replaced only if it did not grow. */
    synchronized void forget(String threadId, Instant now) throws IOException {
        for (var attempt = 0; attempt < REWRITE_ATTEMPTS; attempt++) {
            byte[] before;
            try {
                before = Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                return;
            }
            var text = new String(before, StandardCharsets.UTF_8);
            if (!text.contains(threadId) || replaced(without(threadId, text), before.length)) {
                return;
            }
        }
        append(threadId, "", now);
    }

    private static String without(String threadId, String text) {
        var kept = new StringBuilder(text.length());
        text.lines()
                .filter(line -> !line.contains(threadId))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    private boolean replaced(String content, long lengthBefore) throws IOException {
        var temporary = Files.createTempFile(folder(), "session_index", ".tmp", PrivateFiles.fileMode());
        try {
            Files.writeString(temporary, content);
            if (Files.size(file) != lengthBefore) {
                return false;
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
