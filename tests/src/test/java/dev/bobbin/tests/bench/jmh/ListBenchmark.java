package dev.bobbin.tests.bench.jmh;

import dev.bobbin.tests.bench.GeneratedHome;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.ThreadPage;
import dev.bobbin.threadstore.local.LocalStoreConfig;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a page takes of a home whose threads are all known. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListBenchmark extends HotPath {
    private static final int PAGE = 25;

    @Param({"100", "10000"})
    private String threads = "";

    private Path folder = Path.of("");
    private LocalThreadStore store;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("bobbin-jmh-");
        GeneratedHome.main(new String[] {"--threads", threads, "--out", folder.toString(), "--provider", "bench"});
        store = new LocalThreadStore(LocalStoreConfig.of(folder, "bench"));
        var page = store.listThreads(ListThreads.newest(PAGE));
        while (page.nextCursor() != null) {
            page = store.listThreads(ListThreads.newest(PAGE).withCursor(page.nextCursor()));
        }
    }

    @Benchmark
    public ThreadPage newest() {
        return store.listThreads(ListThreads.newest(PAGE));
    }

    @TearDown
    public void delete() throws IOException {
        store.close();
        Scratch.delete(folder);
    }
}
