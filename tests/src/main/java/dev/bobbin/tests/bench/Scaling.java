package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.PackagedServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how the packaged server's times and memory grow: with the length of a thread's history, with the number of threads
 * in a home, with the turns that run at once, and with the pieces that an answer comes in. Prints a table in Markdown for each.
 *
 * <p>Arguments, all optional: {@code --rollouts MB,MB}, {@code --homes N,N}, {@code --turns N,N}, {@code --deltas N,N} for other
 * sizes, {@code none} to leave one out; {@code --charts FOLDER} for pictures; {@code --server COMMAND} for another server.
 */
public final class Scaling {
    private static final double MILLI = 1e6;
    private static final int OUTPUT = 8_192;
    /** Above this, an answer with all turns is left out. */
    private static final long MOST_MEGABYTES_SHOWN = 1_024;

    private static final String SMALL_HEAP = "-Xmx256m";
    private static final int WARM = 20;

    private static final Map<String, String> SIZES = Map.of(
            "--rollouts", "1,20,200,1024,4096",
            "--homes", "100,1000,10000,100000",
            "--turns", "1,10,50,100,500",
            "--deltas", "1,10,100,1000,10000,100000");

    private final List<String> command;
    private final Map<String, String> options;

    private Scaling(List<String> command, Map<String, String> options) {
        this.command = command;
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = new LinkedHashMap<>(SIZES);
        for (var i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        var server = options.get("--server");
        new Scaling(server == null ? PackagedServer.command() : List.of(server.split(" ")), options).run();
    }

    private void run() throws IOException, InterruptedException {
        rollouts(sizes("--rollouts"));
        homes(sizes("--homes"));
        turns(sizes("--turns"));
        deltas(sizes("--deltas"));
    }

    private List<Integer> sizes(String option) {
        var sizes = options.getOrDefault(option, "");
        return sizes.equals("none")
                ? List.of()
                : Arrays.stream(sizes.split(",")).map(Integer::parseInt).toList();
    }

    private void draw(String name, List<Chart> charts) throws IOException {
        if (options.containsKey("--charts")) {
            var folder = Files.createDirectories(Path.of(options.getOrDefault("--charts", "")));
            Chart.write(folder.resolve("scaling-" + name + ".svg"), charts);
        }
    }

    private static double millis(BenchServer.Called called) {
        return called.nanos() / MILLI;
    }

    // ---- the length of a history ----

    private static final List<String> HISTORY_TIMES =
            List.of("read", "resume", "page of turns", "first turn", "with turns");
    private static final List<String> HISTORY_PEAKS = List.of("peak, MiB", "peak with turns", "peak of a 256 MB heap");

    /** A thread that was never summed up, which is the worst case: all of it is conversation. */
    private void rollouts(List<Integer> sizes) throws IOException, InterruptedException {
        if (sizes.isEmpty()) {
            return;
        }
        var columns = new ArrayList<>(HISTORY_TIMES);
        columns.add("next turn");
        columns.addAll(HISTORY_PEAKS);
        var table = new FigureTable("history, MB", columns);
        for (var megabytes : sizes) {
            try (var home = BenchHome.empty()) {
                var written = new GeneratedRollout((long) megabytes << 20, OUTPUT, true, 0).write(home.path());
                var figures = new LinkedHashMap<String, Double>();
                if (megabytes <= MOST_MEGABYTES_SHOWN) {
                    shownWhole(home, written.threadId(), figures);
                }
                figures.put(
                        "peak of a 256 MB heap",
                        goneOnWith(home, written.threadId(), SMALL_HEAP, new LinkedHashMap<>()));
                takeBack(written);
                figures.put("peak, MiB", goneOnWith(home, written.threadId(), "", figures));
                table.row(megabytes, figures);
            }
        }
        draw(
                "rollouts",
                List.of(
                        table.chart("requests about one thread, ms", HISTORY_TIMES),
                        table.chart("peak memory, MiB", HISTORY_PEAKS)));
    }

    /** What turns have added, such as a summary, is taken away again. */
    private static void takeBack(GeneratedRollout.Written written) throws IOException {
        try (var file = FileChannel.open(written.file(), StandardOpenOption.WRITE)) {
            file.truncate(written.bytes());
        }
    }

    private void shownWhole(BenchHome home, String thread, Map<String, Double> figures)
            throws IOException, InterruptedException {
        try (var server = BenchServer.start(command, home.path(), Map.of())) {
            server.initialize();
            figures.put("with turns", millis(server.call("thread/resume", "{\"threadId\":\"" + thread + "\"}")));
            figures.put("peak with turns", server.mebibytes("VmHWM"));
        }
    }

    /** Lists, reads and resumes a thread, shows its newest turns and goes on with it; returns the server's peak memory. */
    private double goneOnWith(BenchHome home, String thread, String javaOptions, Map<String, Double> figures)
            throws IOException, InterruptedException {
        var id = "\"threadId\":\"" + thread + "\"";
        try (var server = BenchServer.start(command, home.path(), Map.of("BOBBIN_JAVA_OPTS", javaOptions))) {
            server.initialize();
            server.call("thread/list", "{}");
            figures.put("read", millis(server.call("thread/read", "{" + id + "}")));
            figures.put("resume", millis(server.call("thread/resume", "{" + id + ",\"excludeTurns\":true}")));
            figures.put("page of turns", millis(server.call("thread/turns/list", "{" + id + "}")));
            figures.put("first turn", server.turn(thread, "go on") / MILLI);
            figures.put("next turn", server.turn(thread, "go on") / MILLI);
            return server.mebibytes("VmHWM");
        }
    }

    // ---- the number of threads ----

    private static final List<String> HOME_TIMES = List.of("first page, from spawn", "first page, warm");

    private void homes(List<Integer> sizes) throws IOException, InterruptedException {
        if (sizes.isEmpty()) {
            return;
        }
        var columns = new ArrayList<>(HOME_TIMES);
        columns.add("MiB then");
        var table = new FigureTable("threads in the home", columns);
        for (var threads : sizes) {
            try (var home = BenchHome.ofThreads(threads);
                    var server = BenchServer.start(command, home.path(), Map.of())) {
                server.initialize();
                var first = server.call("thread/list", "{\"limit\":25}");
                var warm = new ArrayList<Double>();
                for (var i = 0; i < WARM; i++) {
                    warm.add(millis(server.call("thread/list", "{\"limit\":25}")));
                }
                table.row(
                        threads,
                        Map.of(
                                "first page, from spawn",
                                server.sinceSpawned(first.line().at()) / MILLI,
                                "first page, warm",
                                PeerCase.median(warm),
                                "MiB then",
                                server.mebibytes("VmRSS")));
            }
        }
        draw(
                "homes",
                List.of(
                        table.chart("25 threads listed in a home that Bobbin has never seen, ms", HOME_TIMES),
                        table.chart("memory after that, MiB", List.of("MiB then"))));
    }

    // ---- turns at once ----

    private void turns(List<Integer> sizes) throws IOException, InterruptedException {
        if (sizes.isEmpty()) {
            return;
        }
        var table = new FigureTable("turns at once", List.of("all of them, ms", "processor, ms a turn", "MiB then"));
        for (var count : sizes) {
            try (var home = BenchHome.with(BenchModel.of(BenchModel.Kind.THINKING));
                    var server = BenchServer.start(command, home.path(), Map.of())) {
                server.initialize();
                var threads = new ArrayList<String>();
                for (var i = 0; i < count; i++) {
                    threads.add(server.startThread());
                }
                var before = server.cpu();
                var nanos = PeerCase.atOnce(server, threads);
                table.row(
                        count,
                        Map.of(
                                "all of them, ms",
                                nanos / MILLI,
                                "processor, ms a turn",
                                server.cpu().minus(before).toNanos() / MILLI / count,
                                "MiB then",
                                server.mebibytes("VmRSS")));
            }
        }
        draw(
                "turns",
                List.of(
                        table.chart(
                                "first turns of threads, with a model that thinks for 100 ms; ms",
                                List.of("all of them, ms")),
                        table.chart("processor time, ms a turn", List.of("processor, ms a turn")),
                        table.chart("memory after that, MiB", List.of("MiB then"))));
    }

    // ---- pieces of an answer ----

    private void deltas(List<Integer> sizes) throws IOException, InterruptedException {
        if (sizes.isEmpty()) {
            return;
        }
        var table = new FigureTable("pieces of an answer", List.of("turn, ms", "processor, ms", "peak, MiB"));
        for (var count : sizes) {
            try (var home = BenchHome.with(BenchModel.talkative(count));
                    var server = BenchServer.start(command, home.path(), Map.of())) {
                server.initialize();
                var thread = server.startThread();
                server.turn(thread, "Hello");
                var before = server.cpu();
                var times = new ArrayList<Double>();
                for (var i = 0; i < 3; i++) {
                    times.add(server.turn(thread, "Hello") / MILLI);
                }
                table.row(
                        count,
                        Map.of(
                                "turn, ms",
                                PeerCase.median(times),
                                "processor, ms",
                                server.cpu().minus(before).toNanos() / MILLI / times.size(),
                                "peak, MiB",
                                server.mebibytes("VmHWM")));
            }
        }
        draw(
                "deltas",
                List.of(
                        table.chart(
                                "a turn with a model that answers at once, ms", List.of("turn, ms", "processor, ms")),
                        table.chart("peak memory, MiB", List.of("peak, MiB"))));
    }
}
