package dev.bobbin.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a server's process holds, as the system counts it.
 *
 * @param children processes below it, at any depth
 * @param cpu what it has used since its start
 */
record ServerFigures(long threads, long descriptors, long children, long residentKib, Duration cpu) {
    /** What a collector puts where objects were, to save itself from moving others; listed as if it were alive. */
    private static final String FILLER = "jdk.internal.vm.FillerElement";

    static ServerFigures of(long pid) throws IOException {
        var process = Path.of("/proc", String.valueOf(pid));
        var handle = ProcessHandle.of(pid);
        return new ServerFigures(
                entries(process.resolve("task")),
                entries(process.resolve("fd")),
                handle.map(one -> one.descendants().count()).orElse(0L),
                residentKib(process),
                handle.flatMap(one -> one.info().totalCpuDuration()).orElse(Duration.ZERO));
    }

    private static long entries(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    private static long residentKib(Path process) throws IOException {
        var name = "VmRSS:";
        for (var line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(
                        line.substring(name.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }

    /** Collects garbage in a server, a JVM, and adds up what is left. */
    static long liveKib(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var total = 0L;
        try (var lines = histogram.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Total")) {
                    total += Long.parseLong(line.strip().split("\\s+")[2]);
                } else if (line.contains(FILLER)) {
                    total -= Long.parseLong(line.strip().split("\\s+")[2]);
                }
            }
        }
        histogram.waitFor();
        return total >> 10;
    }

    /** By how much y grows with one of x, by least squares; 0 for less than two points. */
    static double slope(List<Chart.Point> points) {
        var meanX = points.stream().mapToDouble(Chart.Point::x).average().orElse(0);
        var meanY = points.stream().mapToDouble(Chart.Point::y).average().orElse(0);
        var above = 0.0;
        var below = 0.0;
        for (var one : points) {
            above += (one.x() - meanX) * (one.y() - meanY);
            below += (one.x() - meanX) * (one.x() - meanX);
        }
        return below == 0 ? 0 : above / below;
    }
}
