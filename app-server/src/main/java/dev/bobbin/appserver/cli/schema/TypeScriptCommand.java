package dev.bobbin.appserver.cli.schema;

import dev.bobbin.protocol.json.ProtocolSchema;
import dev.bobbin.protocol.json.TypeScriptTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bobbin app-server generate-ts}: a module for each type, and an index of them. */
@Command(name = "generate-ts", description = "Write TypeScript types of the protocol.", mixinStandardHelpOptions = true)
public final class TypeScriptCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "<dir>",
            required = true,
            description = "Folder to write to; made if there is none.")
    private Path out;

    @Option(names = "--experimental", description = "Also what is experimental.")
    private boolean experimental;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        var index = new StringBuilder();
        for (var type : new ProtocolSchema(experimental, method -> true).types().entrySet()) {
            var name = type.getKey();
            write(out.resolve(name + ".ts"), TypeScriptTypes.module(name, type.getValue()));
            index.append("export type { ")
                    .append(name)
                    .append(" } from \"./")
                    .append(name)
                    .append("\";\n");
        }
        write(out.resolve("index.ts"), index.toString());
        return 0;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
