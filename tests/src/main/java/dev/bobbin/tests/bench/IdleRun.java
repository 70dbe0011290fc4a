package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Leaves a server alone and prints what it does meanwhile: bytes written, by the kernel's count, files of the home that
 * changed, processor time. Before, the server lists a home of many threads, resumes one, and runs a turn in another, and
 * both stay loaded.
 *
 * <p>Arguments: for how many seconds, 600 unless given; how many threads lie in the home, 500 unless given.
 */
public final class IdleRun {
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final String THREADS = "500";
    private static final int SECONDS = 600;

    /** The hundredths of a second in which Linux counts processor time. */
    private static final int TICKS = 100;

    private IdleRun() {}

    /**
     * What was seen at one moment.
     *
     * @param writtenBytes to anything, pipes included
     * @param storedBytes that storage was asked to take
     * @param files size and time of the last change, by path
     */
    private record Look(long writtenBytes, long storedBytes, long ticks, Map<String, String> files) {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        var threads = args.length > 1 ? args[1] : THREADS;
        var folder = Files.createTempDirectory("bobbin-idle-run");
        var home = folder.resolve("home").toString();
        GeneratedHome.main(new String[] {"--threads", threads, "--out", home, "--provider", "mock"});
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelSays("Yes.")
                .start()) {
            var listed = server.call("thread/list", Map.of("limit", 50)).path("data");
            server.resumeThread(listed.path(0).path("id").asText());
            server.runTurn(server.startThread(), "Is anybody there?");
            Thread.sleep(SETTLE);
            var before = look(server);
            Thread.sleep(Duration.ofSeconds(seconds));
            print(seconds, before, look(server));
        }
    }

    private static Look look(TestAppServer server) throws IOException {
        var process = Path.of("/proc", String.valueOf(server.pid()));
        var io = new LinkedHashMap<String, Long>();
        for (var line : Files.readAllLines(process.resolve("io"))) {
            var at = line.indexOf(':');
            io.put(line.substring(0, at), Long.parseLong(line.substring(at + 1).strip()));
        }
        var stat = Files.readString(process.resolve("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new Look(io.getOrDefault("wchar", 0L), io.getOrDefault("write_bytes", 0L), ticks, files(server.home()));
    }

    private static Map<String, String> files(Path home) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(home)) {
            all.forEach(file -> {
                try {
                    files.put(
                            home.relativize(file).toString(),
                            Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
                } catch (NoSuchFileException e) {
                    files.put(home.relativize(file).toString(), "gone");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    private static void print(int seconds, Look before, Look after) {
        IO.println("in " + seconds + " s: written " + (after.writtenBytes() - before.writtenBytes())
                + " bytes, to storage "
                + (after.storedBytes() - before.storedBytes()) + " bytes, processor "
                + (after.ticks() - before.ticks()) * 1_000 / TICKS + " ms");
        var paths = new TreeMap<>(before.files());
        paths.putAll(after.files());
        var changed = paths.keySet().stream()
                .filter(path ->
                        !Objects.equals(before.files().get(path), after.files().get(path)))
                .toList();
        IO.println("files: " + paths.size() + ", changed: " + changed.size());
        changed.forEach(path -> IO.println("  " + path + ": " + before.files().getOrDefault(path, "absent") + " -> "
                + after.files().getOrDefault(path, "absent")));
    }
}
