package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody asked for is not loaded: each of these takes time and memory from everybody else. */
@Tag("process")
class PlainStartTest {
    @Test
    void aPlainSessionLoadsNothingThatItDoesNotUse(@TempDir Path folder) throws Exception {
        var loaded = folder.resolve("loaded");
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("BOBBIN_JAVA_OPTS", "-Xlog:class+load:file=" + loaded)
                .modelSays("Yes.")
                .start()) {
            server.runTurn(server.startThread(), "there?");
            assertThat(server.end()).isZero();
        }

        assertThat(Files.readString(loaded))
                .contains(" dev.bobbin.appserver.telemetry.jfr.JfrObserver ")
                .doesNotContain(
                        " io.opentelemetry.",
                        " dev.bobbin.appserver.telemetry.otel.",
                        " dev.bobbin.appserver.telemetry.jfr.RequestEvent ",
                        " dev.bobbin.appserver.mcp.sdk.",
                        " io.modelcontextprotocol.",
                        " org.eclipse.jetty.",
                        " picocli.",
                        " java.util.logging.",
                        " sun.tools.attach.",
                        " javax.management.");
    }
}
