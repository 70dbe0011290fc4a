package dev.bobbin.appserver.tool;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ItemStartedNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;

/** The notifications by which a turn's clients follow an item. */
public final class ItemNotes {
    private ItemNotes() {}

    public static EncodedNotification started(ToolContext context, ThreadItem item) {
        return EncodedNotification.of(
                Notifications.ITEM_STARTED,
                new ItemStartedNotification(
                        item,
                        context.threadId(),
                        context.turnId(),
                        context.clock().millis()));
    }

    public static EncodedNotification completed(ToolContext context, ThreadItem item) {
        return EncodedNotification.of(
                Notifications.ITEM_COMPLETED,
                new ItemCompletedNotification(
                        item,
                        context.threadId(),
                        context.turnId(),
                        context.clock().millis()));
    }
}
