package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the AOT cache and the environment: stdout carries the protocol alone, stderr log lines alone. */
@Tag("process")
class LauncherTest {
    private static final String HELLO = """
            {"id":1,"method":"initialize","params":{"clientInfo":{"name":"launcher","title":null,"version":"1"}}}
            """;
    private static final Map<String, String> NO_TRAINING = Map.of("BOBBIN_AOT", "off");

    @TempDir
    Path folder;

    @BeforeEach
    void distributionIsBuilt() {
        assumeTrue(Distribution.isBuilt(), "needs the distribution, which mvn package makes");
    }

    @Test
    void answersWithoutACache() throws Exception {
        assertAnswers(Distribution.in(folder).run(NO_TRAINING, HELLO, "app-server"));
    }

    @Test
    void startsNothingButTheJvm() throws Exception {
        var environment = Map.of("BOBBIN_AOT", "off", "PATH", folder.toString());

        assertAnswers(Distribution.in(folder).run(environment, HELLO, "app-server"));
    }

    @Test
    void answersWithAGarbageCache() throws Exception {
        assumeTrue(Distribution.hasBuiltCache(), "needs the AOT cache, which -Dfast leaves out");
        var distribution = Distribution.in(folder);
        var garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        distribution.putCache(garbage);
        occupyTraining();

        assertAnswers(distribution.run(Map.of(), HELLO, "app-server"));
    }

    @Test
    void answersWithACacheCutShort() throws Exception {
        assumeTrue(Distribution.hasBuiltCache(), "needs the AOT cache, which -Dfast leaves out");
        var distribution = Distribution.in(folder);
        distribution.putCache(Arrays.copyOf(Files.readAllBytes(Distribution.builtCache()), 1_000_000));

        assertAnswers(distribution.run(Map.of(), HELLO, "app-server"));
    }

    @Test
    void answersWithACacheOfOtherJars() throws Exception {
        assumeTrue(Distribution.hasBuiltCache(), "needs the AOT cache, which -Dfast leaves out");
        var distribution = Distribution.in(folder);
        // The whole cache, in a place where the class path that it was made for does not lie.
        distribution.putCache(Files.readAllBytes(Distribution.builtCache()));

        assertAnswers(distribution.run(Map.of(), HELLO, "app-server"));
    }

    @Test
    void optionsForOtherJvmsAreNotAnnounced() throws Exception {
        var environment = Map.of(
                "BOBBIN_AOT",
                "off",
                "JAVA_TOOL_OPTIONS",
                "-Dx=y",
                "JDK_JAVA_OPTIONS",
                "-Dx=y",
                "_JAVA_OPTIONS",
                "-Dx=y");

        assertAnswers(Distribution.in(folder).run(environment, HELLO, "app-server"));
    }

    @Test
    void ownOptionsWin() throws Exception {
        var environment = Map.of("BOBBIN_AOT", "off", "BOBBIN_JAVA_OPTS", "-XX:+UseParallelGC -XX:TieredStopAtLevel=4");

        assertAnswers(Distribution.in(folder).run(environment, HELLO, "app-server"));
    }

    @Test
    void aMissingJdkIsExplained() throws Exception {
        var environment = Map.of("BOBBIN_JAVA_HOME", folder.resolve("nowhere").toString());

        var ended = Distribution.in(folder).run(environment, HELLO, "app-server");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.stdout()).isEmpty();
        assertThat(ended.stderr()).contains("is not the folder of a JDK 25 or newer");
    }

    private void occupyTraining() throws IOException {
        Files.writeString(
                folder.resolve("aot/training.pid"), ProcessHandle.current().pid() + "\n", StandardCharsets.UTF_8);
    }

    private static void assertAnswers(Distribution.Ended ended) throws IOException {
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.stdout().lines()).isNotEmpty();
        for (var line : ended.stdout().lines().toList()) {
            assertThat(new JsonMapper().readTree(line).isObject()).as(line).isTrue();
        }
        assertThat(ended.stdout().lines().findFirst().orElseThrow()).contains("\"userAgent\"");
        assertThat(ended.stderr().lines())
                .allMatch(line ->
                        line.matches("\\d{4}-\\d{2}-\\d{2}T\\S+\\s+(TRACE|DEBUG|INFO|WARN|ERROR)\\s+\\S+:\\s.*"));
    }
}
