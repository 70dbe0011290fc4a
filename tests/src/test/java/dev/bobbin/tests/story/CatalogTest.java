package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir
    Path folder;

    @Test
    void listsAreReadPageByPage() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var first = server.call(ClientMethods.PERMISSION_PROFILE_LIST, Map.of("limit", 2));
            assertThat(first.at("/data/0/id").asText()).isEqualTo(":read-only");
            assertThat(first.path("nextCursor").asText()).isEqualTo("2");
            var last = server.call(ClientMethods.PERMISSION_PROFILE_LIST, Map.of("cursor", "2"));
            assertThat(last.at("/data/0/id").asText()).isEqualTo(":danger-full-access");
            assertThat(last.path("nextCursor").isNull()).isTrue();
            assertThat(server.refusal(ClientMethods.EXPERIMENTAL_FEATURE_LIST, Map.of("cursor", "garbage"))
                            .message())
                    .isEqualTo("invalid cursor: garbage");
        }
    }

    @Test
    void aProjectsSkillsAreFound() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var skill = server.cwd().resolve(".agents/skills/demo/SKILL.md");
            Files.createDirectories(skill.getParent());
            Files.writeString(skill, "---\nname: demo\ndescription: a demo\n---\nDo it.\n");
            var listed = server.call(
                    ClientMethods.SKILLS_LIST,
                    Map.of("cwds", List.of(server.cwd().toString())));
            assertThat(listed.at("/data/0/skills").findValuesAsText("name")).contains("demo");
        }
    }

    @Test
    void outsideOfACheckoutThereIsNoDiff() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(server.refusal(
                                    ClientMethods.GIT_DIFF_TO_REMOTE,
                                    Map.of("cwd", folder.resolve("none").toString()))
                            .reason())
                    .isEqualTo("no_remote");
        }
    }

    @Test
    void whatIsNotServedSaysSo() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            for (var method : List.of("plugin/install", "windowsSandbox/setupStart", "marketplace/add")) {
                var answer = server.tryCall(method, Map.of());
                assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.error().code()).isEqualTo(-32601);
                    assertThat(refused.error().reason()).isEqualTo("unsupported_method");
                });
            }
        }
    }

    @Test
    void aSkillIsSwitchedOffAndOnAgain() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var skill = server.home().resolve("skills/demo/SKILL.md");
            Files.createDirectories(skill.getParent());
            Files.writeString(skill, "---\nname: demo\ndescription: a demo\n---\nDo it.\n");
            var before = Files.readString(server.home().resolve("config.toml"));
            var switched = Map.of("path", skill.toString(), "enabled", false);
            assertThat(server.call(ClientMethods.SKILLS_CONFIG_WRITE, switched)
                            .path("effectiveEnabled")
                            .asBoolean())
                    .isFalse();
            assertThat(Files.readString(server.home().resolve("config.toml"))).contains("[[skills.config]]\npath = ");
            assertThat(isDemoEnabled(server)).isFalse();
            server.call(ClientMethods.SKILLS_CONFIG_WRITE, Map.of("path", skill.toString(), "enabled", true));
            assertThat(isDemoEnabled(server)).isTrue();
            assertThat(Files.readString(server.home().resolve("config.toml"))).isEqualToIgnoringWhitespace(before);
            assertThat(server.refusal(ClientMethods.SKILLS_CONFIG_WRITE, Map.of("enabled", true))
                            .message())
                    .isEqualTo("skills/config/write requires exactly one of path or name");
        }
    }

    private static boolean isDemoEnabled(TestAppServer server) {
        return server.call(ClientMethods.SKILLS_LIST, Map.of())
                .at("/data/0/skills/0/enabled")
                .asBoolean();
    }

    @Test
    void featuresAreSwitchedUntilTheServerEnds() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            server.call(
                    ClientMethods.EXPERIMENTAL_FEATURE_ENABLEMENT_SET, Map.of("enablement", Map.of("plugins", false)));
            assertThat(server.call(ClientMethods.CONFIG_READ, Map.of())
                            .at("/config/features/plugins")
                            .asBoolean())
                    .isFalse();
            assertThat(server.refusal(
                                    ClientMethods.EXPERIMENTAL_FEATURE_ENABLEMENT_SET,
                                    Map.of("enablement", Map.of("nope", true)))
                            .message())
                    .isEqualTo("invalid feature enablement `nope`");
        }
    }

    @Test
    void feedbackStaysOnThisMachine() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var answer = server.call(
                    ClientMethods.FEEDBACK_UPLOAD,
                    Map.of("classification", "bug", "reason", "it hums", "includeLogs", false));
            assertThat(answer.path("threadId").asText()).startsWith("no-active-thread-");
            try (var files = Files.walk(server.home().resolve("feedback"))) {
                var said = files.filter(Files::isRegularFile).toList();
                assertThat(said).hasSize(1);
                assertThat(server.tree(Files.readString(said.getFirst()))
                                .path("reason")
                                .asText())
                        .isEqualTo("it hums");
            }
        }
    }
}
