package dev.bobbin.tests.mcp;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the little server answers, as text: it runs as a program with nothing but the JDK. */
final class LittleTools {
    private static final Pattern ID = Pattern.compile("\"id\":(\"[^\"]*\"|\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]*)\"");
    private static final Pattern TOOL = Pattern.compile("\"name\":\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("\"progressToken\":(\\d+)");
    private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");

    private static final String TOOLS = """
            {"tools":[\
            {"name":"echo","description":"Says it again.","inputSchema":{"type":"object","properties":{"text":{"type":"string","minLength":1}},"required":["text"],"$schema":"x"},"annotations":{"readOnlyHint":true}},\
            {"name":"write.it","description":"Writes.","inputSchema":{"type":"object"},"annotations":{"destructiveHint":true}},\
            {"name":"ask","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"steps","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"fail","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"huge","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"hang","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"die","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}},\
            {"name":"secret","inputSchema":{"type":"object"}}]}""";

    private static final String QUESTION = """
            {"jsonrpc":"2.0","id":"q1","method":"elicitation/create","params":{"message":"Which colour?",\
            "requestedSchema":{"type":"object","properties":{"colour":{"type":"string"}}}}}""";

    private String asking = "";

    /** Answers a line, with nothing, one line or several. */
    void answer(String line, Consumer<String> out) {
        var id = find(ID, line);
        var method = find(METHOD, line);
        if (method.isEmpty() && id.equals("\"q1\"")) {
            out.accept(result(asking, content("they said " + line.replace("\"", "'"))));
        } else if (!id.isEmpty()) {
            request(id, method, line, out);
        }
    }

    private void request(String id, String method, String line, Consumer<String> out) {
        switch (method) {
            case "initialize" -> out.accept(result(id, """
                    {"protocolVersion":"2025-06-18","capabilities":{"tools":{},"resources":{}},\
                    "serverInfo":{"name":"little","version":"1.0"},"instructions":"Be gentle."}"""));
            case "tools/list" -> out.accept(result(id, TOOLS));
            case "resources/list" -> out.accept(result(id, "{\"resources\":[{\"uri\":\"mem://a\",\"name\":\"a\"}]}"));
            case "resources/templates/list" -> out.accept(result(id, "{\"resourceTemplates\":[]}"));
            case "resources/read" ->
                out.accept(result(id, "{\"contents\":[{\"uri\":\"mem://a\",\"text\":\"hello\"}]}"));
            case "tools/call" -> call(id, line, out);
            default ->
                out.accept(
                        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32601,\"message\":\"unknown\"}}");
        }
    }

    private void call(String id, String line, Consumer<String> out) {
        switch (find(TOOL, line)) {
            case "echo" -> out.accept(result(id, content("you said " + find(TEXT, line))));
            case "write.it" -> out.accept(result(id, content("written")));
            case "ask" -> {
                asking = id;
                out.accept(QUESTION);
            }
            case "steps" -> {
                out.accept("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
                        + find(TOKEN, line) + ",\"progress\":1,\"total\":2}}");
                out.accept(result(id, content("two steps")));
            }
            case "fail" ->
                out.accept(
                        result(id, "{\"content\":[{\"type\":\"text\",\"text\":\"it went wrong\"}],\"isError\":true}"));
            case "huge" -> out.accept(result(id, content("x".repeat(300_000))));
            case "die" -> Runtime.getRuntime().halt(3);
            default -> {
                // An answer that never comes.
            }
        }
    }

    private static String content(String text) {
        return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
    }

    private static String result(String id, String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}";
    }

    private static String find(Pattern pattern, String line) {
        var found = pattern.matcher(line);
        return found.find() ? found.group(1) : "";
    }
}
