package dev.bobbin.tests.fault;

import dev.bobbin.tests.harness.ScriptedModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;

/**
 * Kills a server at random points of random work, again and again, and checks after each kill that everything a client
 * was shown is still there. A life is ten kills on one home,
 * and those that meet a server while it finds out what the last kill left.
 *
 * <p>As a program: {@code KillRun --runs 1000 --seed 1}. A line for each life goes to standard output; the last says
 * how many were lost. A life that lost something leaves its home and says how to repeat it.
 */
final class KillRun {
    /** Kills on one home. */
    static final int KILLS = 10;

    private static final String CONFIG = """
        model = "mock-model"
        model_provider = "mock"
        approval_policy = "never"
        sandbox_mode = "danger-full-access"

        [model_providers.mock]
        name = "Scripted"
        base_url = "%s"
        wire_api = "responses"
        request_max_retries = 0
        stream_max_retries = 0
        supports_websockets = false
        """;

    private final PrintStream out;
    private final Path folder;
    private int kills;
    private int items;
    private int threads;
    private int torn;
    private int failures;

    KillRun(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var runs = 1_000;
        var seed = new Random().nextLong(1_000_000);
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--runs" -> runs = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        var failed = new KillRun(Files.createTempDirectory("kill-run-"), System.out).run(runs, seed);
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Returns how many lives lost something. */
    int run(int runs, long seed) throws IOException, InterruptedException {
        out.println("kills: " + runs + ", seed: " + seed);
        for (var life = 0; life * KILLS < runs; life++) {
            var home = folder.resolve("life-" + life);
            live(home, seed + life, Math.min(KILLS, runs - life * KILLS));
        }
        out.printf(
                "%d kills, %d threads and %d items looked for, %d torn lines; lives that lost something: %d%n",
                kills, threads, items, torn, failures);
        return failures;
    }

    private void live(Path home, long seed, int count) throws IOException, InterruptedException {
        var log = new KillLog();
        var before = items;
        try (var model = new ScriptedModel().otherwise(KillModel::reply)) {
            prepare(home, model);
            live(home, seed, count, log);
            out.printf("seed %d: %d kills, %d items looked for, nothing lost%n", seed, count, items - before);
            delete(home);
        } catch (AssertionError e) {
            failures++;
            Files.writeString(home.resolve("transcript"), log.toString());
            out.printf(
                    "seed %d: FAILED: %s%n  home and transcript: %s%n  again: --runs %d --seed %d%n",
                    seed, e.getMessage(), home, count, seed);
        }
    }

    private static void prepare(Path home, ScriptedModel model) throws IOException {
        for (var name : new String[] {"home", "cwd", "user"}) {
            Files.createDirectories(home.resolve(name));
        }
        Files.writeString(home.resolve("home/config.toml"), CONFIG.formatted(model.baseUrl()));
    }

    private void live(Path home, long seed, int count, KillLog log) throws IOException, InterruptedException {
        var ledger = new KillLedger();
        var lines = new RolloutLines();
        for (var i = 0; i <= count; i++) {
            var check = new KillCheck(home, ledger, lines, seed * KILLS + i);
            check.files();
            var work = new KillWorkload(ledger, home.resolve("cwd"), seed * KILLS + i);
            log.noted("kill " + i + " of seed " + seed);
            if (check.isHealingKilled()) {
                try (var victim = KillVictim.start(home, ledger, log, (_, _) -> {})) {
                    check.beginHealing(victim);
                    kills++;
                }
                check.files();
            }
            try (var victim = KillVictim.start(home, ledger, log, work)) {
                victim.greet();
                check.server(victim);
                if (i < count) {
                    work.run(victim);
                    kills++;
                }
            }
            items += check.itemsSeen;
            threads += check.threadsSeen;
        }
        torn += lines.tornCount();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
