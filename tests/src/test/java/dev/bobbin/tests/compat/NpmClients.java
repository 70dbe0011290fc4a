package dev.bobbin.tests.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** The packages that {@code tests/src/test/npm} pins, installed once, and the scripts there that use them. */
final class NpmClients {
    private static final Duration INSTALL = Duration.ofMinutes(5);
    private static final Duration RUN = Duration.ofMinutes(2);
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "ai-sdk.mjs", "convex-bridge.mjs");

    private final Path folder;

    private NpmClients(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs them, unless that was done before.
     *
     * @throws TestAbortedException if there is no node or npm, or the registry cannot be reached
     */
    static NpmClients install() throws IOException, InterruptedException {
        var sources = sources();
        var target = sources.resolve("../../../target/npm").normalize();
        Files.createDirectories(target);
        var installed = target.resolve("installed-lock.json");
        var isInstalled =
                Files.exists(installed) && Files.mismatch(installed, sources.resolve("package-lock.json")) < 0;
        for (var file : FILES) {
            Files.copy(sources.resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isInstalled) {
            run(
                    target,
                    INSTALL,
                    List.of("npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"),
                    Map.of());
            Files.copy(target.resolve("package-lock.json"), installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return new NpmClients(target);
    }

    private static Path sources() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("tests/src/test/npm");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new AssertionError(
                "tests/src/test/npm is not above " + Path.of("").toAbsolutePath());
    }

    /** Runs a script, which starts the server by its launcher, and returns what it says at its end. */
    JsonNode drive(String script, Path launcher, Path home, Path cwd) throws IOException, InterruptedException {
        var command = List.of("node", script, launcher.toString(), cwd.toString());
        var ran = start(folder, RUN, command, Map.of("CODEX_HOME", home.toString()));
        assertThat(ran.status()).as(ran.output()).isZero();
        return new ObjectMapper().readTree(ran.output().lines().toList().getLast());
    }

    private record Ran(int status, String output) {}

    private static void run(Path folder, Duration limit, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Ran ran;
        try {
            ran = start(folder, limit, command, environment);
        } catch (IOException e) {
            throw new TestAbortedException(command.getFirst() + " cannot be run here", e);
        }
        if (ran.status() != 0) {
            throw new TestAbortedException(String.join(" ", command) + " failed: " + ran.output());
        }
    }

    private static Ran start(Path folder, Duration limit, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("npm-client", ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
