package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Runs many turns with tools in one server process and prints how what it holds grows with them. Each turn runs a command
 * and applies a patch; a thread is archived after some turns, as what a loaded thread remembers is meant to grow.
 *
 * <p>Argument: how many turns, 1000 unless given.
 */
public final class LongRun {
    private static final int TURNS_A_THREAD = 10;
    private static final int SAMPLES = 20;

    /** Shares of the run that are not counted, in which the server warms up: one of so many. */
    private static final int WARM_UP = 5;

    private LongRun() {}

    /** What the server holds after so many turns. Memory in KiB, live objects after a collection. */
    private record Sample(int turns, long threads, long descriptors, long children, long residentKib, long liveKib) {}

    public static void main(String[] args) throws Exception {
        var turns = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
        var folder = Files.createTempDirectory("bobbin-long-run");
        var samples = new ArrayList<Sample>();
        try (var server =
                TestAppServer.in(folder).process(PackagedServer.command()).start()) {
            for (var done = 0; done < turns; ) {
                var thread = server.startThread(Map.of("approvalPolicy", "never", "sandbox", "danger-full-access"));
                for (var i = 0; i < TURNS_A_THREAD && done < turns; i++) {
                    script(server, done);
                    server.runTurn(thread, "turn " + done);
                    done++;
                    if (done % Math.max(1, turns / SAMPLES) == 0) {
                        samples.add(sample(server, done));
                    }
                }
                server.call("thread/archive", Map.of("threadId", thread.id()));
            }
        }
        print(samples);
    }

    private static void script(TestAppServer server, int turn) {
        var patch = "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: f" + turn % 50 + ".txt\n+turn " + turn
                + "\n*** End Patch\nEOF\n";
        server.model()
                .then(ModelReply.reply()
                        .call("exec_command", "run", Map.of("cmd", "seq 1 200", "login", false))
                        .call("exec_command", "patch", Map.of("cmd", patch, "login", false)))
                .then(ModelReply.says("done"));
    }

    private static Sample sample(TestAppServer server, int turns) throws IOException, InterruptedException {
        var pid = server.pid();
        var live = liveKib(pid);
        var process = Path.of("/proc", String.valueOf(pid));
        return new Sample(
                turns,
                entries(process.resolve("task")),
                entries(process.resolve("fd")),
                ProcessHandle.of(pid)
                        .map(handle -> handle.descendants().count())
                        .orElse(0L),
                statusKib(process, "VmRSS:"),
                live);
    }

    private static long entries(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    private static long statusKib(Path process, String name) throws IOException {
        for (var line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(
                        line.substring(name.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }

    /** Collects garbage in the server and adds up what is left. */
    private static long liveKib(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var total = 0L;
        try (var lines = histogram.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Total")) {
                    total = Long.parseLong(line.strip().split("\\s+")[2]);
                }
            }
        }
        histogram.waitFor();
        return total >> 10;
    }

    private static void print(List<Sample> samples) {
        IO.println("turns threads descriptors children resident_kib live_kib");
        for (var one : samples) {
            IO.println(String.format(
                    Locale.ROOT,
                    "%5d %7d %11d %8d %12d %8d",
                    one.turns(),
                    one.threads(),
                    one.descriptors(),
                    one.children(),
                    one.residentKib(),
                    one.liveKib()));
        }
        var warm = samples.subList(samples.size() / WARM_UP, samples.size());
        IO.println("growth per 1000 turns, by least squares, without the first fifth:");
        IO.println(String.format(Locale.ROOT, "threads      %8.2f", slope(warm, Sample::threads)));
        IO.println(String.format(Locale.ROOT, "descriptors  %8.2f", slope(warm, Sample::descriptors)));
        IO.println(String.format(Locale.ROOT, "children     %8.2f", slope(warm, Sample::children)));
        IO.println(String.format(Locale.ROOT, "resident KiB %8.0f", slope(warm, Sample::residentKib)));
        IO.println(String.format(Locale.ROOT, "live KiB     %8.0f", slope(warm, Sample::liveKib)));
    }

    private static double slope(List<Sample> samples, ToLongFunction<Sample> value) {
        var meanTurns = samples.stream().mapToInt(Sample::turns).average().orElse(0);
        var meanValue = samples.stream().mapToLong(value).average().orElse(0);
        var above = 0.0;
        var below = 0.0;
        for (var one : samples) {
            above += (one.turns() - meanTurns) * (value.applyAsLong(one) - meanValue);
            below += (one.turns() - meanTurns) * (one.turns() - meanTurns);
        }
        return below == 0 ? 0 : above / below * 1_000;
    }
}
