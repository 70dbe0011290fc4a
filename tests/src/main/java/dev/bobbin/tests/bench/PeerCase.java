package dev.bobbin.tests.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that servers are compared in. One run of it is on a home of its own and may bring several figures.
 *
 * @param figures their names, in the order in which they are shown
 */
record PeerCase(List<String> figures, Run run) {
    private static final double MILLI = 1e6;
    private static final int SMALL_HOME = 2_000;
    private static final int LARGE_HOME = 10_000;
    private static final String TMP = "\"cwd\":\"/tmp\"";

    /** Measures a server once. */
    interface Run {
        /** Figures by their names. */
        Map<String, Double> of(List<String> command) throws IOException, InterruptedException;
    }

    /** What is done to a server on a home, and the one figure that it brings. */
    private interface Measure {
        double of(BenchServer server) throws IOException, InterruptedException;
    }

    /** All cases. */
    static List<PeerCase> all() {
        return List.of(
                new PeerCase(
                        List.of("first_start_on_a_new_home", "spawn_to_initialize", "spawn_to_first_turn_done"),
                        PeerCase::starts),
                one("thread_start_warm", BenchModel.Kind.PROMPT, PeerCase::threadStart),
                one("turn_warm", BenchModel.Kind.PROMPT, PeerCase::turn),
                one("turn_cpu", BenchModel.Kind.PROMPT, PeerCase::turnCpu),
                one("stream_5000_deltas", BenchModel.Kind.TALKATIVE, PeerCase::stream),
                one("50_threads_one_turn_each", BenchModel.Kind.THINKING, PeerCase::manyAtOnce),
                onLong(1, "thread/resume", TMP, "resume_1MB"),
                onLong(20, "thread/resume", TMP, "resume_20MB"),
                onLong(200, "thread/resume", TMP, "resume_200MB", "resume_200MB_peak_memory"),
                onLong(20, "thread/fork", TMP, "fork_20MB"),
                onLong(20, "thread/read", "\"includeTurns\":true", "read_with_turns_20MB"),
                listing(
                        SMALL_HOME,
                        "new_home_of_2000_spawn_to_first_page",
                        "list_25_of_2000_warm",
                        "page_through_2000"),
                listing(LARGE_HOME, "new_home_of_10000_spawn_to_first_page", "list_25_of_10000_warm"),
                one("idle_memory", BenchModel.Kind.PROMPT, PeerCase::idleMemory),
                one("memory_after_50_threads", BenchModel.Kind.PROMPT, PeerCase::memoryAfterThreads));
    }

    /** The unit of a figure. */
    static String unit(String figure) {
        return figure.contains("memory") ? "MiB" : "ms";
    }

    private static PeerCase one(String figure, BenchModel.Kind model, Measure measure) {
        return new PeerCase(List.of(figure), command -> {
            try (var home = BenchHome.with(BenchModel.of(model));
                    var server = BenchServer.start(command, home.path(), Map.of())) {
                server.initialize();
                return Map.of(figure, measure.of(server));
            }
        });
    }

    private static Map<String, Double> starts(List<String> command) throws IOException, InterruptedException {
        try (var home = BenchHome.empty()) {
            var figures = new LinkedHashMap<String, Double>();
            try (var first = BenchServer.start(command, home.path(), Map.of())) {
                figures.put("first_start_on_a_new_home", first.initialize() / MILLI);
            }
            try (var server = BenchServer.start(command, home.path(), Map.of())) {
                figures.put("spawn_to_initialize", server.initialize() / MILLI);
                var thread = server.startThread();
                server.startTurn(thread, "Hello");
                figures.put("spawn_to_first_turn_done", server.sinceSpawned(server.awaitTurn(thread)) / MILLI);
            }
            return figures;
        }
    }

    private static double threadStart(BenchServer server) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var i = 0; i < 25; i++) {
            times.add(server.call("thread/start", "{" + TMP + "}").nanos() / MILLI);
        }
        return median(times.subList(5, times.size()));
    }

    private static double turn(BenchServer server) throws IOException, InterruptedException {
        var thread = server.startThread();
        var times = new ArrayList<Double>();
        for (var i = 0; i < 30; i++) {
            times.add(server.turn(thread, "turn " + i) / MILLI);
        }
        return median(times.subList(10, times.size()));
    }

    private static double turnCpu(BenchServer server) throws IOException, InterruptedException {
        var thread = server.startThread();
        for (var i = 0; i < 30; i++) {
            server.turn(thread, "warm " + i);
        }
        var before = server.cpu();
        var turns = 50;
        for (var i = 0; i < turns; i++) {
            server.turn(thread, "turn " + i);
        }
        return server.cpu().minus(before).toNanos() / MILLI / turns;
    }

    private static double stream(BenchServer server) throws IOException, InterruptedException {
        var thread = server.startThread();
        server.turn(thread, "Hello");
        var best = Double.MAX_VALUE;
        for (var i = 0; i < 3; i++) {
            best = Math.min(best, server.turn(thread, "Hello") / MILLI);
        }
        return best;
    }

    private static double manyAtOnce(BenchServer server) throws IOException, InterruptedException {
        var threads = new ArrayList<String>();
        for (var i = 0; i < 50; i++) {
            threads.add(server.startThread());
        }
        return atOnce(server, threads) / MILLI;
    }

    /** Runs a turn in each thread at once; returns nanoseconds from the first request to the last end. */
    static long atOnce(BenchServer server, List<String> threads) throws IOException, InterruptedException {
        var sent = System.nanoTime();
        for (var thread : threads) {
            server.startTurn(thread, "go");
        }
        var last = sent;
        for (var thread : threads) {
            last = Math.max(last, server.awaitTurn(thread));
        }
        return last - sent;
    }

    private static double idleMemory(BenchServer server) throws IOException, InterruptedException {
        server.turn(server.startThread(), "Hello");
        Thread.sleep(1_000);
        return server.mebibytes("VmRSS");
    }

    private static double memoryAfterThreads(BenchServer server) throws IOException, InterruptedException {
        for (var i = 0; i < 50; i++) {
            server.turn(server.startThread(), "Hello");
        }
        return server.mebibytes("VmRSS");
    }

    /** @param figures time, and peak memory if a second one is named */
    private static PeerCase onLong(int megabytes, String method, String params, String... figures) {
        return new PeerCase(List.of(figures), command -> {
            try (var home = BenchHome.empty()) {
                var thread = GeneratedRollout.ofMegabytes(megabytes)
                        .write(home.path())
                        .threadId();
                try (var server = BenchServer.start(command, home.path(), Map.of())) {
                    server.initialize();
                    var called = server.call(method, "{\"threadId\":\"" + thread + "\"," + params + "}");
                    var found = new LinkedHashMap<String, Double>();
                    found.put(figures[0], called.nanos() / MILLI);
                    if (figures.length > 1) {
                        found.put(figures[1], server.mebibytes("VmHWM"));
                    }
                    return found;
                }
            }
        });
    }

    /** @param figures time from spawn to the first page, of a page when warm, and of all pages if a third one is named */
    private static PeerCase listing(int threads, String... figures) {
        return new PeerCase(List.of(figures), command -> {
            try (var home = BenchHome.ofThreads(threads);
                    var server = BenchServer.start(command, home.path(), Map.of())) {
                server.initialize();
                var found = new LinkedHashMap<String, Double>();
                var first = server.call("thread/list", "{\"limit\":25}");
                found.put(figures[0], server.sinceSpawned(first.line().at()) / MILLI);
                require(first.line().json().at("/result/data").size(), 25);
                var warm = new ArrayList<Double>();
                for (var i = 0; i < 20; i++) {
                    warm.add(server.call("thread/list", "{\"limit\":25}").nanos() / MILLI);
                }
                found.put(figures[1], median(warm));
                if (figures.length > 2) {
                    found.put(figures[2], pageThrough(server, threads) / MILLI);
                }
                return found;
            }
        });
    }

    private static long pageThrough(BenchServer server, int threads) throws IOException, InterruptedException {
        var nanos = 0L;
        var seen = 0;
        var cursor = "null";
        while (true) {
            var page = server.call("thread/list", "{\"limit\":100,\"cursor\":" + cursor + "}");
            nanos += page.nanos();
            var result = page.line().json().path("result");
            seen += result.path("data").size();
            if (result.path("nextCursor").isNull()) {
                require(seen, threads);
                return nanos;
            }
            cursor = result.path("nextCursor").toString();
        }
    }

    private static void require(int seen, int expected) throws IOException {
        if (seen != expected) {
            throw new IOException("listed " + seen + " threads instead of " + expected);
        }
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
