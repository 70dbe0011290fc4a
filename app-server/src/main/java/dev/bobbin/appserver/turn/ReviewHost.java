package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.List;

/**
 * Where a reviewing model works: in a conversation of its own that is not stored. Its tools are shown; of what it says only
 * that it began, as the findings are shown in another form; its tokens do not count for the thread.
 */
final class ReviewHost implements TurnHost {
    private final TurnHost host;
    private final ThreadContext context = ThreadContext.empty();

    ReviewHost(TurnHost host) {
        this.host = host;
    }

    @Override
    public ThreadContext context() {
        return context;
    }

    @Override
    public void commit(List<RolloutItem> lines, List<EncodedNotification> notes) {
        var kept = lines.stream().filter(BobbinRecord.class::isInstance).toList();
        var shown = notes.stream().filter(ReviewHost::isShown).toList();
        if (!kept.isEmpty() || !shown.isEmpty()) {
            host.commit(kept, shown);
        }
    }

    @Override
    public void deltas(EncodedNotification note) {
        if (isShown(note)) {
            host.deltas(note);
        }
    }

    private static boolean isShown(EncodedNotification note) {
        if (note.method().equals(Notifications.ITEM_AGENT_MESSAGE_DELTA.name())
                || note.method().equals(Notifications.THREAD_TOKEN_USAGE_UPDATED.name())) {
            return false;
        }
        return !(note.params() instanceof ItemCompletedNotification completed
                && completed.item() instanceof ThreadItem.AgentMessage);
    }

    @Override
    public GoalDesk goals() {
        return GoalDesk.none();
    }

    @Override
    public List<SteeredInput> takeSteered() {
        return List.of();
    }

    @Override
    public List<SteeredInput> takeSteeredOrClose() {
        return List.of();
    }

    @Override
    public <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws AskRefused, InterruptedException {
        return host.ask(method, params, kind);
    }
}
