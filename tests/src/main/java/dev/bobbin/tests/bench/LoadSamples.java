package dev.bobbin.tests.bench;

import dev.bobbin.tests.bench.Chart.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a server held over time, and what was done with it. Used by one thread. */
final class LoadSamples {
    private static final Duration EVERY = Duration.ofSeconds(20);

    /** So many samples to one that collects garbage in the server. */
    private static final int LIVE_EVERY = 9;

    /** The share of the run in which the server warms up, which no growth is counted in: one of so many. */
    private static final int WARM_UP = 5;

    private static final String HEADER =
            "seconds,threads,descriptors,children,resident_kib,live_kib,cpu_ms,requests,turns,cut_off,errors";

    /**
     * What was seen at one time.
     *
     * @param liveKib 0 where no garbage was collected
     */
    private record Sample(
            double seconds, ServerFigures held, long liveKib, long requests, long turns, long cutOff, long errors) {
        double minutes() {
            return seconds / 60;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%.0f,%d,%d,%d,%d,%s,%d,%d,%d,%d,%d",
                    seconds,
                    held.threads(),
                    held.descriptors(),
                    held.children(),
                    held.residentKib(),
                    liveKib == 0 ? "" : String.valueOf(liveKib),
                    held.cpu().toMillis(),
                    requests,
                    turns,
                    cutOff,
                    errors);
        }
    }

    private final long pid;
    private final LoadPool pool;
    private final List<Sample> samples = new ArrayList<>();

    LoadSamples(long pid, LoadPool pool) {
        this.pid = pid;
        this.pool = pool;
    }

    /** Samples and prints for so long. */
    void take(Duration length) throws IOException, InterruptedException {
        var start = System.nanoTime();
        IO.println(HEADER);
        for (var count = 1; count * EVERY.toNanos() <= length.toNanos(); count++) {
            Thread.sleep(Duration.ofNanos(start + count * EVERY.toNanos() - System.nanoTime()));
            var held = ServerFigures.of(pid);
            var sample = new Sample(
                    (System.nanoTime() - start) / 1e9,
                    held,
                    count % LIVE_EVERY == 0 ? ServerFigures.liveKib(pid) : 0,
                    pool.requests.get(),
                    pool.turns.get(),
                    pool.cutOff.get(),
                    pool.errors.get());
            samples.add(sample);
            IO.println(sample.line());
        }
    }

    /** Writes the samples beside the chart, draws them and prints by how much they grow. */
    void write(Path chart) throws IOException {
        var csv = new StringBuilder(HEADER).append('\n');
        samples.forEach(sample -> csv.append(sample.line()).append('\n'));
        var name = chart.getFileName().toString().replace(".svg", "") + ".csv";
        Files.writeString(chart.resolveSibling(name), csv);
        Chart.write(chart, List.of(memory(), counts(), work()));
        IO.println("growth per hour, by least squares, without the first fifth:");
        growth("threads", false, sample -> sample.held().threads());
        growth("descriptors", false, sample -> sample.held().descriptors());
        growth("children", false, sample -> sample.held().children());
        growth("resident MiB", false, LoadSamples::residentMib);
        growth("live MiB", true, LoadSamples::liveMib);
    }

    private Chart memory() {
        return new Chart("memory, MiB", "minutes")
                .line("resident", points(samples, LoadSamples::residentMib))
                .line("live after a collection", points(collected(samples), LoadSamples::liveMib));
    }

    private Chart counts() {
        return new Chart("held by the process", "minutes")
                .line("threads", points(samples, sample -> sample.held().threads()))
                .line("descriptors", points(samples, sample -> sample.held().descriptors()))
                .line("children", points(samples, sample -> sample.held().children()));
    }

    private Chart work() {
        var requests = new ArrayList<Point>();
        var cpu = new ArrayList<Point>();
        for (var i = 1; i < samples.size(); i++) {
            var before = samples.get(i - 1);
            var after = samples.get(i);
            var seconds = after.seconds() - before.seconds();
            requests.add(new Point(after.minutes(), (after.requests() - before.requests()) / seconds));
            cpu.add(new Point(
                    after.minutes(),
                    after.held().cpu().minus(before.held().cpu()).toMillis() / seconds / 10));
        }
        return new Chart("work", "minutes").line("requests a second", requests).line("% of a core", cpu);
    }

    private static double residentMib(Sample sample) {
        return sample.held().residentKib() / 1024.0;
    }

    private static double liveMib(Sample sample) {
        return sample.liveKib() / 1024.0;
    }

    private static List<Sample> collected(List<Sample> all) {
        return all.stream().filter(sample -> sample.liveKib() > 0).toList();
    }

    private static List<Point> points(List<Sample> chosen, ToDoubleFunction<Sample> value) {
        return chosen.stream()
                .map(sample -> new Point(sample.minutes(), value.applyAsDouble(sample)))
                .toList();
    }

    private void growth(String name, boolean onlyCollected, ToDoubleFunction<Sample> value) {
        var warm = samples.subList(samples.size() / WARM_UP, samples.size());
        var points = points(onlyCollected ? collected(warm) : warm, value);
        var last = points.isEmpty() ? 0 : points.getLast().y();
        IO.println(String.format(Locale.ROOT, "%-12s %9.2f, last %.1f", name, ServerFigures.slope(points) * 60, last));
    }
}
