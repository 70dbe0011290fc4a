package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import dev.bobbin.appserver.cli.home.WriterNote;
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
        for (var note : WriterNote.of(patient.folder())) {
            if (note.pid() > 0 && ProcessHandle.of(note.pid()).isEmpty()) {
                findings.add(finding(patient, note));
            }
        }
        return findings;
    }

    private static Finding finding(Patient patient, WriterNote note) {
        return new Finding(
                Kind.LEFTOVER,
                "process " + note.pid() + ", which had thread " + note.threadId() + ", is no more",
                List.of(note.file()),
                backup -> {
                    backup.copy(note.file());
                    // Letting go of the thread takes the note away.
                    patient.store().exclusively(note.threadId(), note::threadId);
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
}
