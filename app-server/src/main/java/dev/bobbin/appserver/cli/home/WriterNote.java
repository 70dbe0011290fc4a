package dev.bobbin.appserver.cli.home;

import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a process left in a home to say that it may append to a thread. Means nothing once the process is gone.
 *
 * @param file where it is said
 * @param pid of that process
 */
public record WriterNote(Path file, String threadId, long pid) {
    private static final String SUFFIX = ".json";

    /**
     * All notes of a home that can be understood.
     *
     * @throws IOException if their folder cannot be read
     */
    public static List<WriterNote> of(Path home) throws IOException {
        var notes = new ArrayList<WriterNote>();
        var folder = home.resolve(".tmp").resolve("bobbin-writers");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : files) {
                var note = read(file);
                if (note != null) {
                    notes.add(note);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Nobody has written to the home yet.
            return List.of();
        }
        return notes;
    }

    /** Null if it is taken away meanwhile, is somebody else's file or was never finished. */
    private static @Nullable WriterNote read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var threadId = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
            var json = RawJson.of(Files.readAllBytes(file));
            var pid = json.isValid() ? JsonFields.of(json).number("pid") : null;
            return pid == null ? null : new WriterNote(file, threadId.toString(), pid);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
