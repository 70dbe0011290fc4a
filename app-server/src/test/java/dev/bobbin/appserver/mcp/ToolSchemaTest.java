package dev.bobbin.appserver.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.WireJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolSchemaTest {
    private static JsonNode of(String schema) throws IOException {
        return ToolSchema.of(WireJson.readTree(schema.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | {'type':'string'}",
                "{} | {}",
                "{'type':'string','minLength':1,'format':'uri','default':'x'} | {'type':'string'}",
                "{'minimum':1} | {'type':'number'}",
                "{'items':{'type':'string'}} | {'type':'array','items':{'type':'string'}}",
                "{'type':'array'} | {'type':'array','items':{'type':'string'}}",
                "{'type':['array','null']} | {'type':['array','null'],'items':{'type':'string'}}",
                "{'const':'z'} | {'type':'string','enum':['z']}",
                "{'additionalProperties':false} | {'type':'object','properties':{},'additionalProperties':false}",
                "{'anyOf':[{'type':'string'},true]} | {'anyOf':[{'type':'string'},{'type':'string'}]}",
                "{'oneOf':[{'type':'string'}]} | {'anyOf':[{'type':'string'}]}",
                "{'type':'weird','description':'d'} | {'description':'d'}",
                "7 | {'type':'string'}"
            })
    void whatProvidersTakeRemains(String property, String clean) throws IOException {
        assertThat(of("{'type':'object','properties':{'p':" + property + "}}"))
                .isEqualTo(
                        WireJson.readTree(("{'type':'object','properties':{'p':" + clean + "}}").replace('\'', '"')));
    }

    @Test
    void onlyDefinitionsThatAreReferredToAreKept() throws IOException {
        assertThat(of("""
                {'properties':{'a':{'$ref':'#/$defs/x'}},'$defs':{'x':{'items':{'$ref':'#/$defs/y'}},\
                'y':{'type':'string','minLength':2},'z':{'type':'null'}}}""")).isEqualTo(WireJson.readTree("""
                {"type":"object","properties":{"a":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"array",\
                "items":{"$ref":"#/$defs/y"}},"y":{"type":"string"}}}"""));
    }

    @Test
    void argumentsAreAlwaysAnObject() throws IOException {
        var empty = WireJson.readTree("{\"type\":\"object\",\"properties\":{}}");
        assertThat(of("{}")).isEqualTo(empty);
        assertThat(of("{'type':'string'}")).isEqualTo(empty);
        assertThat(of("null").path("type").asText()).isEqualTo("object");
    }

    @Test
    void schemasThatReferToThemselvesEnd() throws IOException {
        var schema = of("{'properties':{'n':{'$ref':'#/$defs/n'}},"
                + "'$defs':{'n':{'properties':{'next':{'$ref':'#/$defs/n'}}}}}");
        assertThat(schema.path("$defs").path("n").path("properties").has("next"))
                .isTrue();
    }
}
