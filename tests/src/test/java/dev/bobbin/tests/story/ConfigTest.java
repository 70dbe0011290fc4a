package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.RpcError;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    private static final String WRITTEN_BY_HAND = """
            # Mine. Keep out!
            model = "one"   # for now
            model_provider = "offline"

            [features]  # switches
            goals = true

            [[rows]]
            a = 1
            """;

    @TempDir
    Path folder;

    @Test
    void settingsAreShownWithWhereTheyComeFrom() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, WRITTEN_BY_HAND);
            var shown = server.call(ClientMethods.CONFIG_READ, Map.of("includeLayers", true));
            assertThat(shown.at("/config/model").asText()).isEqualTo("one");
            assertThat(shown.at("/config/review_model").isNull()).isTrue();
            assertThat(shown.at("/origins/model/name/type").asText()).isEqualTo("user");
            assertThat(shown.at("/layers/0/config/features/goals").asBoolean()).isTrue();
            assertThat(server.call(ClientMethods.CONFIG_READ, Map.of()).has("layers"))
                    .isFalse();
        }
    }

    @Test
    void aChangeLeavesAllOtherLinesAlone() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, WRITTEN_BY_HAND);
            set(server, "model", "two");
            set(server, "features.memories", true);
            set(server, "approval_policy", "never");
            set(server, "projects.\"/a/b.c\"", Map.of("trust_level", "trusted"));
            assertThat(read(server)).isEqualTo("""
                    # Mine. Keep out!
                    model = "two"   # for now
                    model_provider = "offline"
                    approval_policy = "never"

                    [features]  # switches
                    goals = true
                    memories = true

                    [[rows]]
                    a = 1

                    [projects."/a/b.c"]
                    trust_level = "trusted"
                    """);
        }
    }

    @Test
    void whatIsRemovedOrReplacedIsGone() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, "model_provider = \"offline\"\ntui = { theme = \"dark\", notes = [1,\n 2] } # look\n");
            set(server, "tui", Map.of("theme", "light"));
            set(server, "rows", List.of(Map.of("a", 1)));
            assertThat(read(server))
                    .isEqualTo(
                            "model_provider = \"offline\"\ntui = { theme = \"light\" } # look\nrows = [{ a = 1 }]\n");
        }
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, WRITTEN_BY_HAND);
            var edits = List.of(
                    Map.of("keyPath", "model", "value", "two", "mergeStrategy", "replace"),
                    Map.of("keyPath", "approval_policy", "value", "bogus", "mergeStrategy", "replace"));
            var refused = server.refusal(ClientMethods.CONFIG_BATCH_WRITE, Map.of("edits", edits));
            assertThat(refused.message()).startsWith("Invalid configuration: unknown variant `bogus`, expected one of");
            assertThat(code(refused)).isEqualTo("configValidationError");
            assertThat(read(server)).isEqualTo(WRITTEN_BY_HAND);
        }
    }

    @Test
    void aChangeToAnotherVersionIsRefused() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, WRITTEN_BY_HAND);
            var version = server.call(ClientMethods.CONFIG_READ, Map.of())
                    .at("/origins/model/version")
                    .asText();
            write(server, WRITTEN_BY_HAND.replace("one", "somebody-elses"));
            var refused = server.refusal(
                    ClientMethods.CONFIG_VALUE_WRITE,
                    Map.of("keyPath", "model", "value", "x", "mergeStrategy", "upsert", "expectedVersion", version));
            assertThat(code(refused)).isEqualTo("configVersionConflict");
            assertThat(read(server)).contains("somebody-elses");
        }
    }

    @Test
    void aBrokenFileIsReportedAndNeverOverwritten() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            write(server, "model = \n");
            assertThat(server.refusal(ClientMethods.CONFIG_READ, Map.of()).code())
                    .isEqualTo(-32603);
            assertThat(server.refusal(
                                    ClientMethods.CONFIG_VALUE_WRITE,
                                    Map.of("keyPath", "model", "value", "x", "mergeStrategy", "replace"))
                            .code())
                    .isEqualTo(-32603);
            assertThat(read(server)).isEqualTo("model = \n");
        }
    }

    private static String code(RpcError error) {
        var data = error.data();
        return data == null ? "" : data.path("config_write_error_code").asText();
    }

    private static void set(TestAppServer server, String keyPath, Object value) {
        var written = server.call(
                ClientMethods.CONFIG_VALUE_WRITE,
                Map.of("keyPath", keyPath, "value", value, "mergeStrategy", "replace"));
        assertThat(written.path("status").asText()).isEqualTo("ok");
    }

    private static void write(TestAppServer server, String text) throws Exception {
        Files.writeString(server.home().resolve("config.toml"), text);
    }

    private static String read(TestAppServer server) throws Exception {
        return Files.readString(server.home().resolve("config.toml"));
    }
}
