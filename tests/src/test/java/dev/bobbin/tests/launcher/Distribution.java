package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution of its own for one test: the built one's files, linked, with an AOT cache folder that a test may fill. */
record Distribution(Path folder) {
    private static final Path BUILT = Path.of(System.getProperty("bobbin.root"), "app-server", "target", "bobbin");
    private static final long DEADLINE_SECONDS = 60;

    /** What a run left. */
    record Ended(int exitCode, String stdout, String stderr) {}

    /** False where only tests were built. */
    static boolean isBuilt() {
        return Files.exists(BUILT.resolve("lib/build-id"));
    }

    static Distribution in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("aot"));
        Files.copy(BUILT.resolve("bin/bobbin"), folder.resolve("bin/bobbin"));
        Files.createDirectory(folder.resolve("lib"));
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            for (var file : files.toList()) {
                Files.createSymbolicLink(folder.resolve("lib").resolve(file.getFileName()), file);
            }
        }
        return new Distribution(folder);
    }

    /** The name of the cache that this launcher looks for, learnt from the one that was built; empty if none was. */
    static Path builtCache() throws IOException {
        try (Stream<Path> files = Files.list(BUILT.resolve("aot"))) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static boolean hasBuiltCache() throws IOException {
        if (!Files.isDirectory(BUILT.resolve("aot"))) {
            return false;
        }
        try (Stream<Path> files = Files.list(BUILT.resolve("aot"))) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        }
    }

    void putCache(byte[] content) throws IOException {
        Files.write(folder.resolve("aot").resolve(builtCache().getFileName().toString()), content);
    }

    /** Runs the launcher with some input until it ends by itself. */
    Ended run(Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of("/bin/bash", folder.resolve("bin/bobbin").toString()), Stream.of(arguments))
                .toList();
        var out = folder.resolve("stdout");
        var err = folder.resolve("stderr");
        var in = Files.writeString(folder.resolve("stdin"), input);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .put(
                        "CODEX_HOME",
                        Files.createDirectories(folder.resolve("home")).toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended)
                .as("the launcher ended; stderr: %s", Files.readString(err))
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
