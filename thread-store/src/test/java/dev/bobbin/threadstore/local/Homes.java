package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.TestItems;
import dev.bobbin.threadstore.ThreadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;

/** Homes with stores and files in them. */
final class Homes {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Homes() {}

    static LocalThreadStore open(Path home, Clock clock) {
        return open(home, clock, Compressing.NOTHING);
    }

    static LocalThreadStore open(Path home, Clock clock, Compressing compressing) {
        return new LocalThreadStore(new LocalStoreConfig(
                home, home, "provider", clock, TimeZone.getTimeZone("UTC"), () -> "test client", compressing));
    }

    /** Stores a thread with one question, and returns its id. */
    static String stored(ThreadStore store, int n, String question) {
        var created = START.plusSeconds(n);
        try (var live = LiveThread.create(
                store, TestItems.create(TestItems.id(n), created), Clock.fixed(created, ZoneOffset.UTC))) {
            live.commit();
            live.append(List.of(TestItems.userMessage(question)));
        }
        return TestItems.id(n);
    }

    /** Where {@link #stored} puts the n-th thread. */
    static Path file(Path home, int n) {
        var time = START.plusSeconds(n).toString().substring(0, 19).replace(':', '-');
        return home.resolve("sessions/2026/03/01/rollout-" + time + "-" + TestItems.id(n) + ".jsonl");
    }

    /** Puts a file there as another program would. */
    static Path copyIn(Path home, int n, String question) throws IOException {
        var file = file(home, n);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines(n, START.plusSeconds(n), question));
        return file;
    }

    /** What another program would write. */
    static String lines(int n, Instant created, String question) {
        var stamp = created.toString().substring(0, 19) + ".000Z";
        return "{\"timestamp\":\"" + stamp + "\",\"type\":\"session_meta\",\"payload\":{\"id\":\"" + TestItems.id(n)
                + "\",\"timestamp\":\"" + stamp
                + "\",\"cwd\":\"/w\",\"originator\":\"o\",\"cli_version\":\"1\",\"source\":\"vscode\"}}\n"
                + "{\"timestamp\":\"" + stamp
                + "\",\"type\":\"event_msg\",\"payload\":{\"type\":\"user_message\",\"message\":\""
                + question + "\"}}\n";
    }
}
