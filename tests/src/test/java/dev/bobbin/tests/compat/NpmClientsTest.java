package dev.bobbin.tests.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that others have written, from npm, unmodified: each starts a thread, sees an answer grow, approves a command, and
 * goes on with the thread on a second server. The scripts that use them are in {@code tests/src/test/npm}.
 */
@Tag("process")
class NpmClientsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ai-sdk.mjs", "convex-bridge.mjs"})
    void aThreadIsStartedFollowedApprovedAndResumed(String script, @TempDir Path folder) throws Exception {
        var launcher = PackagedServer.launcher();
        var clients = NpmClients.install();
        var setup = TestAppServer.in(folder)
                // The provider of the AI SDK asks for at least this version.
                .config("compat_version = \"0.153.4\"")
                .modelReplies(ModelReply.reply().message("One.", "O", "ne", "."))
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "touch made-it")))
                .modelSays("Done.")
                .modelSays("Three.");
        try (var model = setup.prepareHome()) {
            var said = clients.drive(script, launcher, setup.home(), setup.cwd());

            assertThat(said.path("answers")).extracting(JsonNode::asText).containsExactly("One.", "Done.", "Three.");
            assertThat(said.path("deltas").path(0).asInt()).isEqualTo(3);
            assertThat(said.path("asked")).singleElement().asString().contains("touch made-it");
            assertThat(setup.cwd().resolve("made-it")).exists();
            assertThat(said.path("threadId").asText()).isNotEmpty();
            assertThat(said.path("resumedId")).isEqualTo(said.path("threadId"));
            assertThat(said.path("errors")).isEmpty();
            assertThat(model.lastRequest().conversation()).containsSubsequence("One.", "touch it", "Done.", "three?");
            model.assertFollowed();
        }
    }
}
