package dev.bobbin.appserver.cli.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.json.ProtocolSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say which types are written, and where to. */
final class SchemaOutput {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "<dir>",
            required = true,
            description = "Folder to write to; made if there is none.")
    private Path out;

    @Option(names = "--experimental", description = "Also what is experimental.")
    private boolean experimental;

    /** The schemas of the types, by name. */
    Map<String, ObjectNode> types() {
        return new ProtocolSchema(experimental, method -> true).types();
    }

    void makeFolder() throws IOException {
        Files.createDirectories(out);
    }

    /** Writes a file, in UTF-8, into the folder. */
    void write(String name, String text) throws IOException {
        Files.writeString(out.resolve(name), text);
    }
}
