package dev.bobbin.tests.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server shows of a home: its lists in every order, and every thread with all its turns and items.
 *
 * @param shown texts by what they show
 * @param updated seconds at which a thread was last changed, by where it is said
 */
record SharedView(Map<String, String> shown, Map<String, Long> updated) {
    /** Looks at everything. */
    static SharedView of(TestAppServer server) {
        var view = new SharedView(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var archived : List.of(false, true)) {
            for (var direction : List.of("desc", "asc")) {
                var listed = pages(server, Map.of("archived", archived, "sortDirection", direction, "limit", 100));
                view.shown.put("order " + archived + " " + direction, ids(listed));
                for (var thread : listed) {
                    var id = thread.path("id").asText();
                    view.add("listed " + id, thread);
                    view.add("read " + id, read(server, id));
                }
            }
            for (var term : List.of("thread 1", "Name", "名前")) {
                var found = pages(server, Map.of("archived", archived, "searchTerm", term, "limit", 100));
                view.shown.put("found " + archived + " " + term, ids(found));
            }
        }
        return view;
    }

    private void add(String what, JsonNode thread) {
        updated.put(what, thread.path("updatedAt").asLong());
        shown.put(what, ((ObjectNode) thread).without("updatedAt").toPrettyString());
    }

    private static String ids(List<JsonNode> threads) {
        return String.join(
                "\n", threads.stream().map(thread -> thread.path("id").asText()).toList());
    }

    private static JsonNode read(TestAppServer server, String id) {
        return server.call(ClientMethods.THREAD_READ, Map.of("threadId", id, "includeTurns", true))
                .path("thread");
    }

    /** Every thread of a list, page by page, whatever provider or kind of source it has. */
    static List<JsonNode> pages(TestAppServer server, Map<String, ?> params) {
        var threads = new ArrayList<JsonNode>();
        var asked = new HashMap<String, Object>(params);
        asked.put("modelProviders", List.of());
        while (true) {
            var page = server.call(ClientMethods.THREAD_LIST, asked);
            page.path("data").forEach(threads::add);
            if (page.path("nextCursor").isNull()) {
                return threads;
            }
            asked.put("cursor", page.path("nextCursor").asText());
        }
    }
}
