package dev.bobbin.tests.bench.jmh;

import dev.bobbin.rollout.file.RolloutWriter;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.tests.bench.GeneratedRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it takes to append the lines of an answer, so that a kill does not lose them, and so that a power cut does not. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AppendBenchmark extends HotPath {
    private final List<RolloutItem> lines = List.of(
            new RolloutEvent.TaskStarted("turn", null, 1L, 258_400L, "default"),
            new ResponseItem(
                    RawJson.of("{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\","
                            + "\"text\":\"" + "word ".repeat(200) + "\"}]}")));

    private Path folder = Path.of("");
    private RolloutWriter writer;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("bobbin-jmh-");
        writer = RolloutWriter.openForAppend(
                GeneratedRollout.ofMegabytes(1).write(folder).file());
    }

    @Benchmark
    public void append() throws IOException {
        writer.append(lines, Clock.systemUTC());
    }

    @Benchmark
    public void appendAndSync() throws IOException {
        writer.append(lines, Clock.systemUTC());
        writer.sync();
    }

    @TearDown
    public void close() throws IOException {
        writer.close();
        Scratch.delete(folder);
    }
}
