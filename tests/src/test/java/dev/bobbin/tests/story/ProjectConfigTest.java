package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectConfigTest {
    @TempDir
    Path folder;

    @Test
    void aProjectsSettingsCountOnceItIsTrusted() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var project = Files.createDirectories(server.cwd().resolve("project"));
            write(project, ".git/HEAD", "");
            write(project, ".codex/config.toml", "model = \"of-project\"\nmodel_provider = \"elsewhere\"\n");
            var here = Map.of("cwd", project.toString(), "includeLayers", true);

            var before = server.call(ClientMethods.CONFIG_READ, here);
            assertThat(before.at("/config/model").asText()).isNotEqualTo("of-project");
            assertThat(before.at("/layers/0/disabledReason").asText()).contains("as a trusted project");

            trust(server, project);
            var after = server.call(ClientMethods.CONFIG_READ, here);
            assertThat(after.at("/config/model").asText()).isEqualTo("of-project");
            assertThat(after.at("/origins/model/name/dotCodexFolder").asText())
                    .isEqualTo(project.resolve(".codex").toString());
            assertThat(after.at("/layers/0/config").has("model_provider")).isFalse();
            var thread = server.call(ClientMethods.THREAD_START, Map.of("cwd", project.toString()));
            assertThat(thread.path("model").asText()).isEqualTo("of-project");
        }
    }

    @Test
    void theInnermostFolderWins() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var project = Files.createDirectories(server.cwd().resolve("project"));
            write(project, ".git/HEAD", "");
            write(project, ".codex/config.toml", "model = \"outer\"\nreview_model = \"outer\"\n");
            write(project, "sub/.codex/config.toml", "model = \"inner\"\n");
            trust(server, project);
            var read = server.call(
                    ClientMethods.CONFIG_READ,
                    Map.of("cwd", project.resolve("sub").toString()));
            assertThat(read.at("/config/model").asText()).isEqualTo("inner");
            assertThat(read.at("/config/review_model").asText()).isEqualTo("outer");
        }
    }

    @Test
    void aBuiltInProfileIsChosenByName() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var thread = server.call(ClientMethods.THREAD_START, Map.of("permissions", ":workspace"));
            assertThat(thread.at("/activePermissionProfile/id").asText()).isEqualTo(":workspace");
            assertThat(thread.at("/sandbox/type").asText()).isEqualTo("workspaceWrite");
            assertThat(server.refusal(ClientMethods.THREAD_START, Map.of("permissions", "mine"))
                            .message())
                    .isEqualTo("failed to load configuration: default_permissions requires a `[permissions]` table");
        }
    }

    private static void trust(TestAppServer server, Path project) {
        server.call(
                ClientMethods.CONFIG_VALUE_WRITE,
                Map.of(
                        "keyPath",
                        "projects.\"" + project + "\".trust_level",
                        "value",
                        "trusted",
                        "mergeStrategy",
                        "replace"));
    }

    private static void write(Path folder, String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
