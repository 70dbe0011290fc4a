package dev.bobbin.appserver.cli.schema;

import dev.bobbin.protocol.json.TypeScriptTypes;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bobbin app-server generate-ts}: a module for each type, and an index of them. */
@Command(name = "generate-ts", description = "Write TypeScript types of the protocol.", mixinStandardHelpOptions = true)
public final class TypeScriptCommand implements Callable<Integer> {
    @Mixin
    private SchemaOutput output;

    @Override
    public Integer call() throws IOException {
        output.makeFolder();
        var index = new StringBuilder();
        for (var type : output.types().entrySet()) {
            var name = type.getKey();
            output.write(name + ".ts", TypeScriptTypes.module(name, type.getValue()));
            index.append("export type { ")
                    .append(name)
                    .append(" } from \"./")
                    .append(name)
                    .append("\";\n");
        }
        output.write("index.ts", index.toString());
        return 0;
    }
}
