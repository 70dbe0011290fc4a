package dev.bobbin.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.json.ProtocolSchema;
import dev.bobbin.protocol.json.TypeScriptTypes;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/protocol} says what is so. With {@code -Dgolden.update=true} it is written anew. */
class ProtocolDocsTest {
    private static final Path ROOT = Path.of(System.getProperty("bobbin.root", "."));
    private static final Path PAGES = ROOT.resolve("docs/protocol");
    private static final Path TEXTS = ROOT.resolve("tests/src/test/resources/protocol/methods.txt");

    @TempDir
    Path folder;

    @Test
    void thePagesSayWhatIsSo() throws Exception {
        var pages = pages();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGES);
            try (var old = Files.newDirectoryStream(PAGES, "*.md")) {
                for (var page : old) {
                    Files.delete(page);
                }
            }
            for (var page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        for (var page : pages.entrySet()) {
            assertThat(PAGES.resolve(page.getKey())).hasContent(page.getValue());
        }
    }

    private Map<String, String> pages() throws Exception {
        var served = new HashMap<String, Boolean>();
        Map<String, String> transcripts;
        try (var server = TestAppServer.in(folder.resolve("asked")).start()) {
            for (var name : ClientMethods.names()) {
                served.put(name, isServed(server, name));
            }
        }
        try (var server = TestAppServer.in(folder).modelSays("Hi.").start()) {
            transcripts = Examples.record(server, folder.toString());
        }
        var texts = texts();
        var pages = new TreeMap<String, String>();
        pages.put("README.md", table(served, texts));
        for (var name : ClientMethods.names()) {
            if (served.get(name)) {
                var text = Objects.requireNonNull(texts.get(name), "say in methods.txt what " + name + " does");
                pages.put(file(name), page(name, text, transcripts.get(name)));
            }
        }
        return pages;
    }

    /** What nothing does is refused before anybody looks at what was asked, whatever it was. */
    private static boolean isServed(TestAppServer server, String name) {
        return switch (server.tryCall(name, Map.of())) {
            case Answer.Result result -> true;
            case Answer.Refused refused -> !refused.error().reason().equals("unsupported_method");
        };
    }

    private static String file(String method) {
        return method.replace('/', '-') + ".md";
    }

    private static String table(Map<String, Boolean> served, Map<String, String> texts) {
        var text = new StringBuilder("""
                # The protocol

                Written by `ProtocolDocsTest` from the tables of methods and a session with the server; see CONTRIBUTING.md.
                JSON messages, one a line. `bobbin app-server generate-json-schema --out DIR` writes the schemas of all of this.

                ## Requests of clients

                What is not served is known, and refused with code -32601 and the reason `unsupported_method`. *e* marks what a
                client must ask for with the capability `experimentalApi`.

                | method | | |
                |---|---|---|
                """);
        for (var name : ClientMethods.names()) {
            var row = Objects.requireNonNull(ClientMethods.named(name), name);
            var mark = row.isExperimental() ? "*e*" : "";
            if (served.get(name)) {
                text.append("| [").append(name).append("](").append(file(name)).append(") | ");
                text.append(mark).append(" | ").append(texts.get(name)).append(" |\n");
            } else {
                text.append("| ").append(name).append(" | ").append(mark).append(" | not supported |\n");
            }
        }
        text.append("\n## Requests of the server\n\n");
        ProtocolSchema.serverMethods()
                .forEach(row -> text.append("- ").append(row.name()).append('\n'));
        text.append("\n## Notifications\n\n");
        ProtocolSchema.notifications()
                .forEach(row -> text.append("- ").append(row.name()).append('\n'));
        return text.toString();
    }

    private static String page(String name, String text, String transcript) {
        var row = Objects.requireNonNull(ClientMethods.named(name), name);
        var page = new StringBuilder("# " + name + "\n\n" + text + "\n");
        if (row.isExperimental()) {
            page.append("\nExperimental: a client must have the capability `experimentalApi`.\n");
        }
        page.append("\n```ts\n").append(types(row)).append("```\n");
        if (transcript != null) {
            page.append("\n## As it goes over the wire\n\n```\n")
                    .append(transcript)
                    .append("```\n");
        }
        return page.toString();
    }

    private static String types(Method<?, ?> row) {
        var types = new ProtocolSchema(true, row.name()::equals).types();
        var text = new StringBuilder();
        for (var type : new Class<?>[] {row.params(), row.response()}) {
            var name = type.getSimpleName();
            var schema = types.get(name);
            if (schema != null) {
                var module = TypeScriptTypes.module(name, schema);
                text.append(module.substring(module.indexOf("export type ") + 7));
            }
        }
        return text.toString();
    }

    private static Map<String, String> texts() throws IOException {
        var texts = new HashMap<String, String>();
        for (var line : Files.readAllLines(TEXTS)) {
            var tab = line.indexOf('\t');
            texts.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return texts;
    }
}
