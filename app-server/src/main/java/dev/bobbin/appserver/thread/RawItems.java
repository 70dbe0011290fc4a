package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.RawResponseItemCompletedNotification;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversation as the model sees it, for clients that asked for {@code experimentalRawEvents}: each item is announced as
 * it is stored.
 */
final class RawItems {
    private RawItems() {}

    /** Puts the announcements among others: what the user or a tool said before what shows it, what the model said after. */
    static List<EncodedNotification> among(
            String threadId, String turnId, List<? extends RolloutItem> lines, List<EncodedNotification> notes) {
        var before = new ArrayList<EncodedNotification>();
        var after = new ArrayList<EncodedNotification>(notes);
        for (var line : lines) {
            if (line instanceof ResponseItem item) {
                var tree = item.json().tree();
                var raw = EncodedNotification.of(
                        Notifications.RAW_RESPONSE_ITEM_COMPLETED,
                        new RawResponseItemCompletedNotification(threadId, turnId, tree));
                var type = tree.path("type").asText();
                var isOfModel = type.equals("message")
                        ? tree.path("role").asText().equals("assistant")
                        : !type.endsWith("_output");
                (isOfModel ? after : before).add(raw);
            }
        }
        before.addAll(after);
        return before;
    }
}
