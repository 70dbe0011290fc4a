package dev.bobbin.tests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.PeerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Compares the packaged server with the peer, where that is installed, and prints a table of medians in Markdown. Each case is
 * run on one, then on the other, and so on, each time on a new home; only the ratios of one run mean anything.
 *
 * <p>Arguments, all optional: {@code --case NAME,NAME} (figures or beginnings of their names), {@code --runs N} (5), {@code
 * --json FILE} for all figures, {@code --chart FILE} for a picture of the ratios, {@code --server COMMAND} for another server
 * than the packaged one.
 */
public final class AgainstPeer {
    private static final int RUNS = 5;
    private static final Set<String> KNOWN = Set.of("--case", "--runs", "--json", "--chart", "--server");
    /** From here on, digits behind the point say nothing. */
    private static final double LARGE = 20;

    private final List<String> ours;
    private final @Nullable List<String> peers;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** What was measured of both; why one could not be measured, if so. */
    private record Row(List<Double> ours, List<Double> peers, List<String> failures) {
        Row() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        @Nullable
        Double ratio() {
            return ours.isEmpty() || peers.isEmpty() ? null : PeerCase.median(ours) / PeerCase.median(peers);
        }
    }

    private AgainstPeer(List<String> ours, @Nullable List<String> peers) {
        this.ours = ours;
        this.peers = peers;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !KNOWN.containsAll(options.keySet())) {
            IO.println("options: " + String.join(", ", KNOWN.stream().sorted().toList()) + ", each with a value");
            System.exit(2);
        }
        var server = options.get("--server");
        var bench = new AgainstPeer(
                server == null ? PackagedServer.command() : List.of(server.split(" ")), peerWhereInstalled());
        bench.run(
                options.getOrDefault("--case", "").split(","),
                Integer.parseInt(options.getOrDefault("--runs", String.valueOf(RUNS))));
        if (options.containsKey("--json")) {
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(Path.of(options.get("--json")).toFile(), bench.rows);
        }
        if (options.containsKey("--chart")) {
            bench.chart().write(Path.of(options.get("--chart")));
        }
    }

    private static @Nullable List<String> peerWhereInstalled() {
        try {
            return PeerServer.command();
        } catch (TestAbortedException e) {
            IO.println(e.getMessage());
            return null;
        }
    }

    private void run(String[] wanted, int runs) throws InterruptedException {
        IO.println("| case | Bobbin | peer | ratio |\n|---|---|---|---|");
        for (var one : PeerCase.all()) {
            var figures = one.figures().stream()
                    .filter(figure -> isWanted(figure, wanted))
                    .toList();
            if (figures.isEmpty()) {
                continue;
            }
            for (var i = 0; i < runs; i++) {
                measure(one, figures, ours, true);
                if (peers != null) {
                    measure(one, figures, peers, false);
                }
            }
            figures.forEach(this::print);
        }
    }

    private Row row(String figure) {
        return rows.computeIfAbsent(figure, _ -> new Row());
    }

    private static boolean isWanted(String figure, String[] wanted) {
        for (var beginning : wanted) {
            if (figure.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private void measure(PeerCase one, List<String> figures, List<String> command, boolean isOurs)
            throws InterruptedException {
        try {
            var found = one.run().of(command);
            figures.forEach(figure -> {
                var row = row(figure);
                (isOurs ? row.ours() : row.peers()).add(Objects.requireNonNull(found.get(figure)));
            });
        } catch (IOException e) {
            figures.forEach(figure -> row(figure).failures().add(command.getFirst() + ": " + e.getMessage()));
        }
    }

    private void print(String figure) {
        var row = row(figure);
        var unit = PeerCase.unit(figure);
        var ratio = row.ratio();
        IO.println("| " + figure + " | " + text(row.ours(), unit) + " | " + text(row.peers(), unit) + " | "
                + (ratio == null ? "" : BarChart.shareText(ratio)) + " |");
        row.failures().forEach(failure -> IO.println("    failed: " + failure));
    }

    private static String text(List<Double> figures, String unit) {
        if (figures.isEmpty()) {
            return "";
        }
        var median = PeerCase.median(figures);
        return String.format(Locale.ROOT, median < LARGE ? "%.1f %s" : "%.0f %s", median, unit);
    }

    private BarChart chart() {
        var chart = new BarChart("Bobbin's share of the peer's time, processor time or memory", "the peer");
        rows.forEach((figure, row) -> {
            var ratio = row.ratio();
            if (ratio != null) {
                chart.bar(figure, ratio);
            }
        });
        return chart;
    }
}
