package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ItemStartedNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of the running turn as clients have been told of them, in the order they began.
 *
 * <p>Used by the thread's owner only.
 */
final class LiveItems {
    private final Map<String, ThreadItem> items = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    /** Notes what a notification says about an item; other notifications say nothing. */
    void note(Object params) {
        if (params instanceof ItemStartedNotification started) {
            items.put(started.item().id(), started.item());
            open.add(started.item().id());
        } else if (params instanceof ItemCompletedNotification completed) {
            items.put(completed.item().id(), completed.item());
            open.remove(completed.item().id());
        }
    }

    /** Items that have ended. */
    List<ThreadItem> completed() {
        var ended = new ArrayList<ThreadItem>(items.size());
        items.forEach((id, item) -> {
            if (!open.contains(id)) {
                ended.add(item);
            }
        });
        return ended;
    }

    /**
     * Tools at work: begun, not ended, and so not written down yet. What the model is still saying is left out, because
     * only its beginning is known here.
     */
    List<ThreadItem> openTools() {
        var tools = new ArrayList<ThreadItem>();
        for (var id : items.keySet()) {
            if (open.contains(id) && isTool(items.get(id))) {
                tools.add(items.get(id));
            }
        }
        return tools;
    }

    private static boolean isTool(ThreadItem item) {
        return item instanceof ThreadItem.CommandExecution
                || item instanceof ThreadItem.FileChange
                || item instanceof ThreadItem.McpToolCall
                || item instanceof ThreadItem.DynamicToolCall
                || item instanceof ThreadItem.CollabAgentToolCall;
    }
}
