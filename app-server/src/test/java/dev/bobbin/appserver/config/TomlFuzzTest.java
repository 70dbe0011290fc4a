package dev.bobbin.appserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A configuration is read or refused with a reason; what is read by the short way is what the library reads. */
class TomlFuzzTest {
    private static final ConfigReader READER = new ConfigReader(Path.of("/nowhere"), Map.of());

    @FuzzTest
    void plainTomlIsWhatTheLibraryReads(byte[] input) throws IOException {
        var text = new String(input, StandardCharsets.UTF_8);
        var plain = PlainToml.parse(text);
        if (plain != null) {
            assertThat(new TomlMapper().readTree(text)).isEqualTo(plain);
        }
    }

    @FuzzTest
    void aConfigurationIsReadOrRefused(byte[] input) {
        ObjectNode tree;
        try {
            tree = Toml.parse(new String(input, StandardCharsets.UTF_8));
        } catch (Toml.SyntaxException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            return;
        }
        try {
            assertThat(READER.read(tree, Path.of("/nowhere")).model()).isNotNull();
        } catch (SettingException e) {
            assertThat(e.problem()).isNotBlank();
        } catch (ConfigException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
