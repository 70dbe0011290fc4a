package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelListTest {
    @TempDir
    Path folder;

    @Test
    void theConfiguredModelIsThereWhateverItsProviderSays() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var models = server.call(ClientMethods.MODEL_LIST, Map.of());
            var configured = server.call(ClientMethods.CONFIG_READ, Map.of()).at("/config/model");
            assertThat(models.at("/data/0/model")).isEqualTo(configured);
            assertThat(models.at("/data/0/isDefault").asBoolean()).isTrue();
        }
    }

    @Test
    void aCatalogueIsReadInItsOrderAndPageByPage() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            Files.writeString(server.home().resolve("models.json"), """
                    {"models":[
                      {"slug":"b","display_name":"B","visibility":"list","priority":2},
                      {"slug":"a","display_name":"A","visibility":"list","priority":1,"default_reasoning_level":"high",
                       "supported_reasoning_levels":[{"effort":"high","description":"hard"}],"input_modalities":["text"]},
                      {"slug":"c","display_name":"C","visibility":"hide","priority":0}]}
                    """);
            write(server, "model_catalog_json", "models.json");
            write(server, "model", "b");
            var first = server.call(ClientMethods.MODEL_LIST, Map.of("limit", 1));
            assertThat(first.at("/data/0/displayName").asText()).isEqualTo("A");
            assertThat(first.at("/data/0/defaultReasoningEffort").asText()).isEqualTo("high");
            assertThat(first.at("/data/0/inputModalities").toString()).isEqualTo("[\"text\"]");
            assertThat(first.path("nextCursor").asText()).isEqualTo("1");
            var all = server.call(ClientMethods.MODEL_LIST, Map.of("includeHidden", true));
            assertThat(all.path("data").findValuesAsText("id")).containsExactly("c", "a", "b");
            assertThat(server.refusal(ClientMethods.MODEL_LIST, Map.of("cursor", "9"))
                            .message())
                    .isEqualTo("cursor 9 exceeds total models 2");
        }
    }

    private static void write(TestAppServer server, String key, String value) {
        server.call(
                ClientMethods.CONFIG_VALUE_WRITE, Map.of("keyPath", key, "value", value, "mergeStrategy", "replace"));
    }
}
