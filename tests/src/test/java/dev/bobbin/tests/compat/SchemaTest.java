package dev.bobbin.tests.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.appserver.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our schemas mean what the peer's do. The facts about the peer's lie in {@code peer/types.txt}; with
 * {@code -Dpeer.schemas=FILE}, the bundle that its {@code generate-json-schema --experimental} wrote, they are written anew.
 */
class SchemaTest {
    private static final Path FACTS =
            Path.of(System.getProperty("bobbin.root", "."), "tests/src/test/resources/peer/types.txt");
    private static final String BUNDLE = "codex_app_server_protocol.schemas.json";
    private static final List<String> UNIONS = List.of("ClientRequest", "ServerRequest", "ServerNotification");

    /** Types that differ, and why that is meant. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            Map.entry("ApplyPatchApprovalParams", "the peer names the type of thread ids"),
            Map.entry("ExecCommandApprovalParams", "the peer names the type of thread ids"),
            Map.entry("SubAgentSource", "the peer names the types of thread ids and agent paths"),
            Map.entry("ThreadListParams", "the peer names the type of one or many folders"),
            Map.entry("ThreadResumeParams", "items of the model's history are carried as they are"),
            Map.entry("RawResponseItemCompletedNotification", "items of the model's history are carried as they are"),
            Map.entry("ConfigReadResponse", "the configuration is carried as it is, unknown settings included"),
            Map.entry(
                    "McpServerElicitationRequestParams", "the schema of a form is carried as the tool server wrote it"),
            Map.entry("ResourceContent", "text and blob are one record with either"),
            Map.entry("PermissionsRequestApprovalResponse", "absent stands for null"),
            Map.entry("McpServerToolCallResponse", "it is always said whether a tool failed"));

    @TempDir
    Path folder;

    @Test
    void everyTypeMeansWhatThePeersDoes() throws IOException {
        var ours = SchemaFacts.of(generated());
        update();
        var theirs = facts();
        var differences = new ArrayList<String>();
        ours.forEach((name, fact) -> {
            var peers = theirs.get(name);
            if (peers != null && !peers.equals(fact) && !DIFFERENT.containsKey(name) && !UNIONS.contains(name)) {
                differences.add(name + "\n  peer: " + peers + "\n  here: " + fact);
            }
        });
        assertThat(differences).isEmpty();
        assertThat(theirs.keySet().stream().filter(ours::containsKey)).hasSizeGreaterThan(500);
    }

    @Test
    void everyMethodOfThePeerIsKnownWithItsParameters() throws IOException {
        var bundle = generated();
        var theirs = facts();
        for (var union : UNIONS) {
            var ours = SchemaFacts.rows(bundle, union);
            theirs.forEach((name, fact) -> {
                if (name.startsWith(union + " ")) {
                    assertThat(ours).containsEntry(name.substring(union.length() + 1), fact);
                }
            });
        }
    }

    @Test
    void typesAreWrittenForTypeScriptToo() throws IOException {
        run("generate-ts");
        assertThat(Files.readString(folder.resolve("FsCopyParams.ts")))
                .contains("import type { AbsolutePathBuf } from \"./AbsolutePathBuf\";")
                .contains("sourcePath: AbsolutePathBuf");
        assertThat(Files.readString(folder.resolve("index.ts"))).contains("ThreadStartParams");
    }

    private JsonNode generated() throws IOException {
        run("generate-json-schema");
        return new ObjectMapper().readTree(folder.resolve(BUNDLE).toFile());
    }

    private void run(String command) {
        var arguments = new String[] {"app-server", command, "--experimental", "--out", folder.toString()};
        var exit = Cli.run(
                arguments,
                server -> 1,
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()));
        assertThat(exit).isZero();
    }

    private static Map<String, String> facts() throws IOException {
        var facts = new TreeMap<String, String>();
        for (var line : Files.readAllLines(FACTS)) {
            var tab = line.indexOf('\t');
            facts.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return facts;
    }

    private static void update() throws IOException {
        var file = System.getProperty("peer.schemas");
        if (file == null) {
            return;
        }
        var bundle = new ObjectMapper().readTree(Path.of(file).toFile());
        var facts = new TreeMap<>(SchemaFacts.of(bundle));
        UNIONS.forEach(facts::remove);
        for (var union : UNIONS) {
            SchemaFacts.rows(bundle, union).forEach((method, params) -> facts.put(union + " " + method, params));
        }
        Files.write(
                FACTS,
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + "\t" + fact.getValue())
                        .toList());
    }
}
