package dev.bobbin.appserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTomlTest {
    @Test
    void readsAnOrdinaryFileAsTheLibraryDoes() throws IOException {
        var text = """
                # what I like
                model = "gpt"\t# newest
                approval_policy = 'never'
                model_context_window = 200000
                offset = -7
                large = 123456789012345678
                zero = 0
                hide_agent_reasoning = true
                empty = ""
                "a key" = "say \\"hi\\" \\\\ bye"
                notify = ["a", 'b', 3, false]
                none = []

                [model_providers.mine]
                name = "Mine"
                base_url = "http://127.0.0.1:1/v1"

                [projects."/home/me/a.b"]
                trust_level = "trusted"
                [ projects . '/c' ]
                [mcp_servers.docs.env]
                KEY = "ü"\r
                """;
        assertThat(PlainToml.parse(text)).isNotNull().isEqualTo(library(text));
    }

    private static JsonNode library(String text) throws IOException {
        return new TomlMapper().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# only this",
                "a = 1",
                "a = 1 # b",
                "\r\na = 2\r\n",
                "[a]\n[b]",
                "[a.b]\nc = []\n[a.d]"
            })
    void readsLittle(String text) throws IOException {
        assertThat(PlainToml.parse(text)).isNotNull().isEqualTo(library(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a =",
                "a = 1 2",
                "a = 1\na = 2",
                "= 1",
                "a.b = 1",
                "a = 01",
                "a = 1_000",
                "a = 0x1f",
                "a = 1.5",
                "a = 1979-05-27",
                "a = truex",
                "a = \"\\n\"",
                "a = \"x",
                "a = \"\"\"x\"\"\"",
                "a = ''''''",
                "a = {b = 1}",
                "a = [[1]]",
                "a = [1\n]",
                "a = [1",
                "[a",
                "[a]\n[a]",
                "[[a]]",
                "[]",
                "[a]b = 1",
                "a = 1\n[a]",
                "[a.b]\n[a]",
                "[a]\nb = 1\n[a.b]",
                "a = \"\u0001\"",
                "\u0000",
                "a = 1\u0000",
                "a = 1\rb = 2",
                "a = 1234567890123456789"
            })
    void leavesTheUnusualAndTheWrongToTheLibrary(String text) {
        assertThat(PlainToml.parse(text)).isNull();
    }
}
