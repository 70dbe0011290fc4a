package dev.bobbin.tests.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Rollouts that no server under test has written: as if somebody copied them into a home. */
public final class CopiedRollouts {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final Path home;

    /** Rollouts for the given home. */
    public CopiedRollouts(Path home) {
        this.home = home;
    }

    /** The id of the thread with that number. */
    public static String id(int number) {
        return "019a0000-0000-7000-8000-%012x".formatted(number);
    }

    /** Writes a thread with one turn, in which {@code text} was asked. Returns its file. */
    public Path add(int number, Instant created, String text) throws IOException {
        return add(number, created, content(number, created, text).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a thread's file as it is given. */
    public Path add(int number, Instant created, byte[] content) throws IOException {
        var time = LocalDateTime.ofInstant(created, ZoneOffset.UTC);
        var folder = Files.createDirectories(home.resolve("sessions").resolve(FOLDER.format(time)));
        var file = folder.resolve("rollout-" + NAME.format(time) + "-" + id(number) + ".jsonl");
        Files.write(file, content);
        return file;
    }

    /** The text of a thread with one turn. */
    public static String content(int number, Instant created, String text) {
        var stamp = STAMP.format(LocalDateTime.ofInstant(created, ZoneOffset.UTC));
        return """
                {"timestamp":"%1$s","type":"session_meta","payload":{"id":"%2$s","timestamp":"%1$s","cwd":"/","originator":"copied","cli_version":"0.137.0","source":"cli","model_provider":"mock"}}
                {"timestamp":"%1$s","type":"event_msg","payload":{"type":"user_message","message":"%3$s","images":[],"local_images":[],"text_elements":[]}}
                {"timestamp":"%1$s","type":"event_msg","payload":{"type":"agent_message","message":"yes","phase":null,"memory_citation":null}}
                """.formatted(stamp, id(number), text);
    }
}
