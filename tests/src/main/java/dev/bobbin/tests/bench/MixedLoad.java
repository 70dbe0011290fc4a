package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many clients on one listening server for a long time: turns, interrupts, resumes, forks, lists, and clients that do not
 * read, read slowly or hang up. What the server's process holds is sampled, written as CSV and drawn.
 *
 * <p>{@code MixedLoad --minutes 60 --seed 1 --chart FILE}; the CSV lies beside the chart. What a seed decides is what each
 * client asks for; how that interleaves is up to the machine.
 */
public final class MixedLoad {
    private static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(15);

    /** One client that never reads for so many that do other harm. */
    private static final int DEAF_OF = 6;

    private final Path folder;
    private final LoadPool pool = new LoadPool();
    private final List<Thread> workers = new ArrayList<>();

    private MixedLoad(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var minutes = 60;
        var seed = new Random().nextLong(1_000_000);
        var chart = Path.of("mixed-load.svg");
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--minutes" -> minutes = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--chart" -> chart = Path.of(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        var folder = Files.createTempDirectory("bobbin-mixed-load");
        System.exit(new MixedLoad(folder).run(Duration.ofMinutes(minutes), seed, chart) ? 0 : 1);
    }

    /** Returns whether every answer was what it should be. */
    private boolean run(Duration length, long seed, Path chart) throws Exception {
        IO.println("minutes: " + length.toMinutes() + ", seed: " + seed + ", home: " + folder);
        var setup = TestAppServer.in(folder);
        try (var model = setup.prepareHome().otherwise(LoadModel::reply).forgetting()) {
            var process = start(setup);
            try {
                var address = address(folder.resolve("log"), process);
                var samples = new LoadSamples(process.pid(), pool);
                begin(setup, address, seed);
                samples.take(length);
                workers.forEach(Thread::interrupt);
                for (var worker : workers) {
                    worker.join(TestAppServer.LIMIT);
                }
                samples.write(chart);
            } finally {
                process.destroyForcibly();
            }
        }
        return pool.errors.get() == 0;
    }

    private Process start(ServerSetup setup) throws IOException {
        var command = List.of(PackagedServer.launcher().toString(), "app-server", "--listen", "ws://127.0.0.1:0");
        var builder = new ProcessBuilder(command)
                .directory(setup.cwd().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
        builder.environment()
                .putAll(Map.of(
                        "CODEX_HOME",
                        setup.home().toString(),
                        "HOME",
                        folder.resolve("user").toString()));
        return builder.start();
    }

    /** Where the server says that it listens. */
    private static URI address(Path log, Process process) throws IOException, InterruptedException {
        var mark = "listening on: ";
        while (process.isAlive()) {
            for (var line : Files.readAllLines(log)) {
                if (line.contains(mark)) {
                    return URI.create(
                            line.substring(line.indexOf(mark) + mark.length()).strip());
                }
            }
            Thread.sleep(20);
        }
        throw new IOException("the server did not start: " + Files.readString(log));
    }

    private void begin(ServerSetup setup, URI address, long seed) {
        for (var i = 0; i < CLIENTS; i++) {
            var random = new Random(seed + i);
            repeat("client-" + i, setup, address, client -> new LoadClient(client, pool, random, PAUSE).visit());
        }
        var random = new Random(seed + CLIENTS);
        var trouble = new LoadTrouble(address, pool, random);
        repeat("trouble", setup, address, friend -> {
            var dice = random.nextInt(DEAF_OF);
            if (dice == 0) {
                trouble.neverReads(friend);
            } else if (dice % 2 == 0) {
                trouble.readsSlowly(friend);
            } else {
                trouble.hangsUp(friend);
            }
            Thread.sleep(TROUBLE_PAUSE);
        });
    }

    /** What one connection is used for. */
    private interface Visit {
        void by(TestAppServer client) throws IOException, InterruptedException;
    }

    /** Connects, visits, hangs up, again and again. */
    private void repeat(String name, ServerSetup setup, URI address, Visit visit) {
        workers.add(Thread.ofVirtual().name(name).start(() -> {
            while (!Thread.interrupted()) {
                try (var client = setup.connect(address, Map.of("experimentalApi", true))) {
                    visit.by(client);
                } catch (InterruptedException e) {
                    return;
                } catch (IOException | RuntimeException | AssertionError e) {
                    failed(name, e);
                }
            }
        }));
    }

    private void failed(String name, Throwable failure) {
        if (!Thread.currentThread().isInterrupted()) {
            pool.errors.incrementAndGet();
            IO.println(name + ": " + String.valueOf(failure).lines().findFirst().orElse(""));
        }
    }
}
