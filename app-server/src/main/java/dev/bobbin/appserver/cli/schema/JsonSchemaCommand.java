package dev.bobbin.appserver.cli.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bobbin app-server generate-json-schema}: a file for each type, and one with all of them. */
@Command(
        name = "generate-json-schema",
        description = "Write JSON Schemas of the protocol.",
        mixinStandardHelpOptions = true)
public final class JsonSchemaCommand implements Callable<Integer> {
    private static final String BUNDLE = "codex_app_server_protocol.schemas.json";
    private static final String REF = "#/definitions/";

    @Mixin
    private SchemaOutput output;

    @Override
    public Integer call() throws IOException {
        var types = output.types();
        output.makeFolder();
        for (var type : types.entrySet()) {
            var schema = document(type.getKey());
            schema.setAll(type.getValue());
            var needed = needed(type.getValue(), types);
            if (!needed.isEmpty()) {
                schema.putObject("definitions").setAll(needed);
            }
            write(type.getKey() + ".json", schema);
        }
        var bundle = document("CodexAppServerProtocol");
        bundle.put("type", "object").putObject("definitions").setAll(types);
        write(BUNDLE, bundle);
        return 0;
    }

    private static ObjectNode document(String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", title);
    }

    /** What a type refers to, and what that refers to. */
    private static Map<String, ObjectNode> needed(ObjectNode type, Map<String, ObjectNode> types) {
        var needed = new TreeMap<String, ObjectNode>();
        var left = new ArrayDeque<ObjectNode>();
        left.add(type);
        while (!left.isEmpty()) {
            for (var ref : left.remove().findValuesAsText("$ref")) {
                var name = ref.substring(REF.length());
                var schema = types.get(name);
                if (schema != null && needed.put(name, schema) == null) {
                    left.add(schema);
                }
            }
        }
        return needed;
    }

    private void write(String file, ObjectNode schema) throws IOException {
        output.write(file, schema.toPrettyString() + "\n");
    }
}
