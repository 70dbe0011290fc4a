package dev.bobbin.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that break every rule of {@link PackageRules} and {@link CodeRules}, compiled when the test runs. */
final class Violations {
    static final String ROOT = "violations";

    /** Dependencies that must not be: one class knows the other. */
    private static final List<String> ARROWS = List.of(
            // Module arrows.
            "protocol.A -> rollout.B",
            "rollout.A -> threadstore.B",
            "threadstore.A -> appserver.B",
            "appserver.A -> tests.B",
            // Package arrows.
            "protocol.jsonrpc.A -> protocol.stranger.B",
            "protocol.wire.A -> protocol.stranger.B",
            "protocol.v2.item.A -> protocol.stranger.B",
            "protocol.v1.A -> protocol.stranger.B",
            "protocol.method.A -> protocol.stranger.B",
            "rollout.line.A -> rollout.stranger.B",
            "rollout.file.A -> rollout.stranger.B",
            "rollout.replay.A -> rollout.stranger.B",
            "threadstore.memory.A -> threadstore.stranger.B",
            "threadstore.local.sqlite.A -> threadstore.stranger.B",
            "appserver.transport.A -> appserver.stranger.B",
            "appserver.listen.A -> appserver.stranger.B",
            "appserver.connection.A -> appserver.stranger.B",
            "appserver.dispatch.A -> appserver.stranger.B",
            "appserver.model.A -> appserver.stranger.B",
            "appserver.telemetry.A -> appserver.stranger.B",
            "appserver.config.A -> appserver.stranger.B",
            // Circles, with the arrows above.
            "protocol.stranger.B -> protocol.jsonrpc.A",
            "protocol.v2.turn.A -> protocol.v2.item.B",
            "protocol.v2.item.B -> protocol.v2.turn.A",
            "rollout.stranger.B -> rollout.line.A",
            "threadstore.stranger.B -> threadstore.memory.A",
            "threadstore.local.a.A -> threadstore.local.b.B",
            "threadstore.local.b.B -> threadstore.local.a.A",
            "appserver.stranger.B -> appserver.config.A",
            // The store behind its interface.
            "appserver.handlers.A -> threadstore.local.LocalThreadStore");

    private static final List<String> STATEMENTS = List.of(
            "System.out.println();",
            "Object sql = java.sql.Types.class;",
            "Object jetty = org.eclipse.jetty.server.Server.class;",
            "Object mcp = io.modelcontextprotocol.spec.McpSchema.class;",
            "Object otel = io.opentelemetry.api.trace.Span.class;",
            "Object jfr = jdk.jfr.Event.class;",
            "Object reactor = reactor.core.publisher.Mono.class;",
            "java.net.http.HttpClient client = null; client.close();",
            "new com.fasterxml.jackson.databind.ObjectMapper();",
            "java.util.concurrent.CompletableFuture.completedFuture(1);",
            "java.util.concurrent.StructuredTaskScope.open();",
            "throw new RuntimeException();");

    private Violations() {}

    /** Compiles all of them, under the package {@link #ROOT}, into a folder. */
    static void compileInto(Path folder) throws IOException {
        var out = new StringWriter();
        var options = List.of(
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--release",
                "25",
                "--enable-preview",
                "-proc:none");
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var done =
                    compiler.getTask(out, files, null, options, null, sources()).call();
            assertThat(done).as(out.toString()).isTrue();
        }
    }

    private static List<JavaFileObject> sources() {
        var known = new TreeMap<String, TreeSet<String>>();
        for (var arrow : ARROWS) {
            var ends = arrow.split(" -> ");
            known.computeIfAbsent(ends[0], _ -> new TreeSet<>()).add(ends[1]);
            known.computeIfAbsent(ends[1], _ -> new TreeSet<>());
        }
        var sources = new ArrayList<JavaFileObject>();
        known.forEach((name, targets) -> {
            var body = new StringBuilder();
            for (var target : targets) {
                body.append("%s.%s field%d;\n".formatted(ROOT, target, body.length()));
            }
            sources.add(source(name, body.toString()));
        });
        sources.add(source("protocol.v2.Behaviour", "ThreadLocal<String> local; void act() {}"));
        sources.add(
                source("appserver.handlers.Misdeeds", "void act() {%n%s%n}".formatted(String.join("\n", STATEMENTS))));
        return sources;
    }

    private static JavaFileObject source(String name, String body) {
        var dot = name.lastIndexOf('.');
        var text = "package %s.%s; public class %s {%n%s%n}"
                .formatted(ROOT, name.substring(0, dot), name.substring(dot + 1), body);
        var uri = URI.create("string:///" + ROOT + "/" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
