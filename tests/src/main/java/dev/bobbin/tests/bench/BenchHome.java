package dev.bobbin.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new home with a model, and the model; both are gone when it is closed. */
final class BenchHome implements AutoCloseable {
    private final Path folder;
    private final BenchModel model;

    private BenchHome(Path folder, BenchModel model) throws IOException {
        this.folder = folder;
        this.model = model;
        Files.createDirectories(path());
        Files.writeString(path().resolve("config.toml"), """
                model = "bench-model"
                model_provider = "bench"
                approval_policy = "never"
                sandbox_mode = "read-only"

                [model_providers.bench]
                name = "bench"
                base_url = "http://127.0.0.1:%d/v1"
                wire_api = "responses"
                request_max_retries = 0
                stream_max_retries = 0
                supports_websockets = false
                """.formatted(model.port()));
    }

    /** A home without threads, and the model it is configured with, which it closes. */
    static BenchHome with(BenchModel model) throws IOException {
        return new BenchHome(Files.createTempDirectory("bobbin-bench-"), model);
    }

    /** A home without threads whose model answers at once. */
    static BenchHome empty() throws IOException {
        return with(BenchModel.of(BenchModel.Kind.PROMPT));
    }

    /** A home of so many threads of one turn. */
    static BenchHome ofThreads(int count) throws IOException {
        var home = empty();
        GeneratedHome.main(new String[] {
            "--threads", String.valueOf(count), "--out", home.path().toString(), "--provider", "bench"
        });
        return home;
    }

    /** The home's folder. */
    Path path() {
        return folder.resolve("home");
    }

    @Override
    public void close() throws IOException {
        model.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
