package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bobbin doctor --live} beside servers that know nothing of it. */
@Tag("process")
class DoctorLiveTest {
    @TempDir
    Path folder;

    /** What the command said, and its exit code. */
    private record Said(int exitCode, String out, String err) {
        JsonNode servers() throws Exception {
            return new JsonMapper().readTree(out).path("servers");
        }
    }

    private static Said doctor(Path home, String... options) throws Exception {
        var command = new ArrayList<>(
                List.of(PackagedServer.launcher().toString(), "doctor", "--live", "--home", home.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        try (var out = process.getInputStream();
                var err = process.getErrorStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said, new String(err.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aRunningServerIsFoundAndLookedAt() throws Exception {
        try (var server = TestAppServer.in(folder.resolve("one"))
                        .process(PackagedServer.command())
                        .modelSays("Yes.")
                        .start();
                var elsewhere = TestAppServer.in(folder.resolve("other"))
                        .process(PackagedServer.command())
                        .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "there?");
            elsewhere.startThread();

            var said = doctor(server.home(), "--json");
            assertThat(said.exitCode()).as(said.toString()).isZero();
            assertThat(said.servers()).hasSize(1);
            var found = said.servers().path(0);
            assertThat(found.path("pid").asLong()).isEqualTo(server.pid());
            assertThat(found.path("parentPid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(found.path("version").asText()).isNotEmpty();
            assertThat(found.path("command").asText()).endsWith("app-server");
            assertThat(found.path("threadsHeld")).extracting(JsonNode::asText).containsExactly(thread.id());
            for (var number : List.of("residentBytes", "systemThreads", "descriptors", "heapUsedBytes")) {
                assertThat(found.path(number).asLong()).as(number).isPositive();
            }
            assertThat(found.path("heapMaxBytes").asLong())
                    .isGreaterThan(found.path("heapUsedBytes").asLong());
            assertThat(found.path("descriptorLimit").asLong())
                    .isGreaterThan(found.path("descriptors").asLong());
            assertThat(found.path("problems")).isEmpty();

            assertThat(doctor(server.home()).out()).contains("process " + server.pid(), "holds 1 threads", thread.id());
            assertThat(server.call("thread/loaded/list", Map.of()).path("data")).hasSize(1);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsAProblem() throws Exception {
        try (var server =
                TestAppServer.in(folder).process(PackagedServer.command()).start()) {
            signal(server, "STOP");
            try {
                var said = doctor(server.home(), "--json");

                assertThat(said.exitCode()).isEqualTo(1);
                assertThat(said.servers().path(0).path("pid").asLong()).isEqualTo(server.pid());
                assertThat(said.servers().path(0).path("problems").toString()).contains("does not answer");
            } finally {
                signal(server, "CONT");
            }
            assertThat(server.end()).isZero();
        }
    }

    private static void signal(TestAppServer server, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aHomeWithoutServersIsWell() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));

        var said = doctor(home);

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("No server runs on");
        assertThat(doctor(home, "--json").servers()).isEmpty();
        assertThat(doctor(home, "--fix").exitCode()).isEqualTo(2);
        assertThat(doctor(folder.resolve("nowhere")).exitCode()).isEqualTo(2);
    }
}
