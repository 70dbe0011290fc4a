package dev.bobbin.tests.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.RpcError;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One session in which methods are called as a page shows it, with ids, times and folders replaced by names. */
final class Examples {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final TestAppServer server;
    private final String folder;
    private final Map<String, String> transcripts = new LinkedHashMap<>();

    private Examples(TestAppServer server, String folder) {
        this.server = server;
        this.folder = folder;
    }

    /** The transcripts by method. */
    static Map<String, String> record(TestAppServer server, String folder) throws IOException {
        var examples = new Examples(server, folder);
        examples.threads();
        examples.files();
        examples.searches();
        examples.settings();
        examples.account();
        return examples.transcripts;
    }

    private void threads() {
        var id = show("thread/start", Map.of("cwd", server.cwd().toString()))
                .at("/thread/id")
                .asText();
        show("turn/run", Map.of("threadId", id, "input", List.of(Map.of("type", "text", "text", "Hello"))));
        show("thread/name/set", Map.of("threadId", id, "name", "Greetings"));
        show("thread/read", Map.of("threadId", id, "includeTurns", true));
        show("thread/list", Map.of("limit", 1));
        show("thread/loaded/list", Map.of());
        show("thread/turns/list", Map.of("threadId", id, "limit", 1));
        show("thread/fork", Map.of("threadId", id));
        show("thread/rollback", Map.of("threadId", id, "numTurns", 1));
        show("turn/interrupt", Map.of("threadId", id, "turnId", id));
        show("thread/unsubscribe", Map.of("threadId", id));
        show("thread/archive", Map.of("threadId", id));
        show("thread/unarchive", Map.of("threadId", id));
        show("thread/resume", Map.of("threadId", id));
    }

    private void files() {
        var file = server.cwd().resolve("note.txt").toString();
        show("fs/writeFile", Map.of("path", file, "dataBase64", "aGVsbG8="));
        show("fs/readFile", Map.of("path", file));
        show("fs/getMetadata", Map.of("path", file));
        show("fs/createDirectory", Map.of("path", server.cwd().resolve("sub").toString()));
        show(
                "fs/copy",
                Map.of(
                        "sourcePath",
                        file,
                        "destinationPath",
                        server.cwd().resolve("sub/copy.txt").toString()));
        show("fs/readDirectory", Map.of("path", server.cwd().resolve("sub").toString()));
        show("fs/remove", Map.of("path", server.cwd().resolve("sub").toString()));
        show("fs/unwatch", Map.of("watchId", "w"));
    }

    private void searches() throws IOException {
        Files.writeString(server.cwd().resolve("alpha.txt"), "");
        var roots = List.of(server.cwd().toString());
        show("fuzzyFileSearch", Map.of("query", "alp", "roots", roots));
        show("fuzzyFileSearch/sessionStart", Map.of("sessionId", "s", "roots", roots));
        show("fuzzyFileSearch/sessionUpdate", Map.of("sessionId", "s", "query", "alp"));
        show("fuzzyFileSearch/sessionStop", Map.of("sessionId", "s"));
        show("gitDiffToRemote", Map.of("cwd", server.cwd().toString()));
    }

    private void settings() {
        show("model/list", Map.of());
        show("modelProvider/capabilities/read", Map.of());
        show("experimentalFeature/list", Map.of("limit", 1));
        show("experimentalFeature/enablement/set", Map.of("enablement", Map.of("plugins", false)));
        show("permissionProfile/list", Map.of());
        show("collaborationMode/list", Map.of());
        show("skills/list", Map.of("cwds", List.of(server.cwd().toString())));
        show("skills/config/write", Map.of("name", "demo", "enabled", false));
        show("skills/extraRoots/set", Map.of("extraRoots", List.of()));
        show("hooks/list", Map.of("cwds", List.of(server.cwd().toString())));
        show("plugin/list", Map.of());
        show("plugin/installed", Map.of());
        show("app/list", Map.of());
        show("mcpServerStatus/list", Map.of());
        show("config/value/write", Map.of("keyPath", "model", "value", "m2", "mergeStrategy", "replace"));
        show("configRequirements/read", Map.of());
        show("externalAgentConfig/detect", Map.of());
        show("windowsSandbox/readiness", Map.of());
        show("mock/experimentalMethod", Map.of("value", "x"));
    }

    private void account() {
        show("account/read", Map.of());
        show("account/login/start", Map.of("type", "apiKey", "apiKey", "sk-example"));
        show("account/rateLimits/read", Map.of());
        show("account/logout", Map.of());
        show("getAuthStatus", Map.of());
        show("feedback/upload", Map.of("classification", "bug", "reason", "it hums", "includeLogs", false));
        show(
                "command/exec",
                Map.of("command", List.of("echo", "hello"), "sandboxPolicy", Map.of("type", "dangerFullAccess")));
    }

    private JsonNode show(String method, Map<String, ?> params) {
        var request = JsonNodeFactory.instance.objectNode().put("id", 1).put("method", method);
        request.set("params", SORTED.valueToTree(new TreeMap<>(params)));
        var answer = server.tryCall(method, params);
        var shown = switch (answer) {
            case Answer.Result result -> "{\"id\":1,\"result\":" + result.value() + "}";
            case Answer.Refused refused -> error(refused.error());
        };
        transcripts.put(method, "--> " + named(request.toString()) + "\n<-- " + named(shown) + "\n");
        return answer instanceof Answer.Result result ? result.value() : server.tree("{}");
    }

    private static String error(RpcError error) {
        return "{\"error\":{\"code\":" + error.code() + ",\"message\":" + TextNode.valueOf(error.message())
                + ",\"data\":" + error.data() + "},\"id\":1}";
    }

    private String named(String text) {
        return text.replace(folder, "/…")
                .replaceAll("rollout-[0-9T-]{19}-", "rollout-<time>-")
                .replaceAll("sessions/\\d{4}/\\d\\d/\\d\\d", "sessions/<y/m/d>")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
                .replaceAll("sha256:[0-9a-f]{64}", "sha256:<hash>")
                .replaceAll("\"(\\w*At)\":\\d+", "\"$1\":<seconds>")
                .replaceAll("\"(\\w*Ms)\":\\d+", "\"$1\":<ms>")
                .replaceAll("\"(\\w*[cC]ursor)\":\"[^\"]{20,}\"", "\"$1\":\"<cursor>\"");
    }
}
