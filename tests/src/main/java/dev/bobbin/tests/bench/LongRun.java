package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
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

    /** What the server holds after so many turns. */
    private record Sample(int turns, ServerFigures held, long liveKib) {}

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
        var live = ServerFigures.liveKib(server.pid());
        return new Sample(turns, ServerFigures.of(server.pid()), live);
    }

    private static void print(List<Sample> samples) {
        IO.println("turns threads descriptors children resident_kib live_kib");
        for (var one : samples) {
            IO.println(String.format(
                    Locale.ROOT,
                    "%5d %7d %11d %8d %12d %8d",
                    one.turns(),
                    one.held().threads(),
                    one.held().descriptors(),
                    one.held().children(),
                    one.held().residentKib(),
                    one.liveKib()));
        }
        var warm = samples.subList(samples.size() / WARM_UP, samples.size());
        IO.println("growth per 1000 turns, by least squares, without the first fifth:");
        IO.println(String.format(
                Locale.ROOT, "threads      %8.2f", slope(warm, one -> one.held().threads())));
        IO.println(String.format(
                Locale.ROOT, "descriptors  %8.2f", slope(warm, one -> one.held().descriptors())));
        IO.println(String.format(
                Locale.ROOT, "children     %8.2f", slope(warm, one -> one.held().children())));
        IO.println(String.format(
                Locale.ROOT, "resident KiB %8.0f", slope(warm, one -> one.held().residentKib())));
        IO.println(String.format(Locale.ROOT, "live KiB     %8.0f", slope(warm, Sample::liveKib)));
    }

    private static double slope(List<Sample> samples, ToLongFunction<Sample> value) {
        return ServerFigures.slope(samples.stream()
                        .map(one -> new Chart.Point(one.turns(), value.applyAsLong(one)))
                        .toList())
                * 1_000;
    }
}
