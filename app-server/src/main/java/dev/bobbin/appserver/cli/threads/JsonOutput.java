package dev.bobbin.appserver.cli.threads;

import dev.bobbin.protocol.json.WireJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Answers for scripts: one line of JSON, in the shape that the server's answers have. */
final class JsonOutput {
    private JsonOutput() {}

    static void print(Object value, PrintWriter out) {
        out.println(new String(WireJson.encode(value), StandardCharsets.UTF_8));
        out.flush();
    }
}
