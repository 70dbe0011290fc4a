package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What processes leave behind that end early: files half written, and notes of rights to threads that they had. */
final class LeftoverCheck {
    /** Nothing takes that long to write. */
    private static final Duration SURELY_OVER = Duration.ofMinutes(10);

    private LeftoverCheck() {}

    static List<Finding> of(Patient patient, Instant now) throws IOException {
        var findings = new ArrayList<Finding>();
        var candidates = new ArrayList<>(patient.others());
        candidates.addAll(files(patient.folder(), "session_index*.tmp"));
        for (var file : candidates) {
            if (file.toString().endsWith(".tmp") && isOld(file, now)) {
                findings.add(new Finding(
                        Kind.LEFTOVER, "it was never finished", List.of(file), backup -> backup.move(file)));
            }
        }
        var notes = patient.folder().resolve(".tmp").resolve("bobbin-writers");
        for (var note : files(notes, "*.json")) {
            var threadId = threadId(note);
            var text = threadId == null ? "" : Files.readString(note);
            var pid = number(text, "\"pid\":");
            if (threadId != null && pid > 0 && ProcessHandle.of(pid).isEmpty()) {
                findings.add(note(patient, note, threadId, pid));
            }
        }
        return findings;
    }

    private static Finding note(Patient patient, Path note, String threadId, long pid) {
        return new Finding(
                Kind.LEFTOVER,
                "process " + pid + ", which had thread " + threadId + ", is no more",
                List.of(note),
                backup -> {
                    backup.copy(note);
                    // Letting go of the thread takes the note away.
                    patient.store().exclusively(threadId, () -> threadId);
                });
    }

    private static boolean isOld(Path file, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().plus(SURELY_OVER).isBefore(now);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return files;
    }

    private static @Nullable String threadId(Path note) {
        var name = String.valueOf(note.getFileName());
        try {
            return UUID.fromString(name.substring(0, name.length() - ".json".length()))
                    .toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long number(String text, String before) {
        var at = text.indexOf(before);
        var number = 0L;
        for (at = at < 0 ? text.length() : at + before.length(); at < text.length(); at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
