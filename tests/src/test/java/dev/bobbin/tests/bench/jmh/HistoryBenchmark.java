package dev.bobbin.tests.bench.jmh;

import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.rollout.replay.ContextReplay;
import dev.bobbin.rollout.replay.ModelContext;
import dev.bobbin.rollout.replay.TurnReplay;
import dev.bobbin.tests.bench.GeneratedRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What reading a history of 20 MB takes: its lines alone, and folded into what is made of them. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HistoryBenchmark extends HotPath {
    private static final int MEGABYTES = 20;
    private static final int OUTPUT = 8_192;

    private Path folder = Path.of("");
    private Path file = Path.of("");

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("bobbin-jmh-");
        file = new GeneratedRollout(MEGABYTES << 20, OUTPUT, true, 0)
                .write(folder)
                .file();
    }

    /** Every line, checked. */
    @Benchmark
    public long scan() throws IOException {
        return RolloutReader.read(file, _ -> {}).lines();
    }

    /** Every line, but those of tools are passed over. */
    @Benchmark
    public long scanWithoutToolItems() throws IOException {
        try (var reader = RolloutReader.open(file).withoutModelItems()) {
            while (reader.next() != null) {}
            return reader.report().lines();
        }
    }

    /** As a client is shown it. */
    @Benchmark
    public List<Turn> turns() throws IOException {
        var turns = TurnReplay.full();
        try (var reader = RolloutReader.open(file).withoutModelItems()) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                turns.accept(line);
            }
        }
        return turns.turns();
    }

    /** As the model is sent it. */
    @Benchmark
    public ModelContext context() throws IOException {
        var context = new ContextReplay();
        RolloutReader.read(file, context::accept);
        return context.result();
    }

    @TearDown
    public void delete() throws IOException {
        Scratch.delete(folder);
    }
}
