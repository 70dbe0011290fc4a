package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.local.Compressing;
import dev.bobbin.threadstore.local.LocalStoreConfig;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

/** A home made through the store, and the command line on it. */
final class TestHome {
    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    static final String CWD = "/projects/old";

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ArrayDeque<String> answers = new ArrayDeque<>();

    TestHome(Path parent) throws IOException {
        this.folder = Files.createDirectory(
                parent.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path folder() {
        return folder;
    }

    static String id(int number) {
        return "0198b7a0-0000-7000-8000-%012d".formatted(number);
    }

    LocalThreadStore open() {
        var config = LocalStoreConfig.of(folder, "openai");
        return new LocalThreadStore(new LocalStoreConfig(
                folder,
                folder,
                "openai",
                config.clock(),
                TimeZone.getTimeZone("UTC"),
                () -> "a test's client",
                Compressing.NOTHING));
    }

    /** A thread of one turn. */
    Path thread(int number, String asked, String answered) {
        return thread(
                number,
                List.of(
                        new RolloutEvent.TaskStarted("turn", null, START.getEpochSecond(), null, "default"),
                        new RolloutEvent.UserMessage(null, asked, List.of(), null, List.of(), null, null),
                        new RolloutEvent.AgentMessage(answered, null, null),
                        new RolloutEvent.TaskComplete("turn", answered, START.getEpochSecond(), 10L, null)));
    }

    Path thread(int number, List<RolloutItem> items) {
        var created = START.plusSeconds(number);
        try (var store = open()) {
            store.create(new CreateThread(meta(number, created), created, () -> null));
            store.append(id(number), items);
            var path = store.rolloutPath(id(number));
            store.updateThreadMetadata(
                    id(number),
                    MetadataPatch.builder().preview("thread " + number).build(),
                    true);
            store.shutdown(id(number));
            return path;
        }
    }

    private static SessionMeta meta(int number, Instant created) {
        return new SessionMeta(
                id(number),
                null,
                null,
                RolloutTime.format(created),
                CWD,
                "test",
                "0.137.0",
                JsonStrings.quote("vscode"),
                null,
                null,
                null,
                null,
                "openai",
                RawJson.of("{\"text\":\"Be brief.\"}"),
                null,
                null,
                null,
                null);
    }

    /** Somebody is there, and will say this. */
    void answer(String line) {
        answers.add(line);
    }

    int run(String... args) {
        out.reset();
        err.reset();
        var surroundings = new Surroundings(
                Map.of("CODEX_HOME", folder.toString(), "HOME", folder.toString()),
                _ -> answers.poll(),
                false,
                ZoneOffset.UTC);
        return Cli.run(
                args,
                _ -> 0,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                surroundings);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Every file of the home, relative to it. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
