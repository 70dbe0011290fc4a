package dev.bobbin.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a module whose code is wrong with the settings that all modules inherit: NullAway was once silently off. */
@Tag("architecture")
class StaticAnalysisTest {
    private static final Path ROOT = Path.of(System.getProperty("bobbin.root"));

    @Test
    void errorProneAndNullAwayFailTheBuild(@TempDir Path target) throws IOException, InterruptedException {
        var maven = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-B",
                        "-o",
                        "-f",
                        ROOT.resolve("tests/src/fixtures/broken/pom.xml").toString(),
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "-Dbobbin.fixture.target=" + target,
                        "compile")
                .redirectErrorStream(true);
        maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        var process = maven.start();
        process.getOutputStream().close();

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isNotZero();
        assertThat(output)
                .contains("[NullAway] dereferenced expression 'text' is @Nullable")
                .contains("[EqualsIncompatibleType]")
                .contains("[DeadException]");
    }
}
