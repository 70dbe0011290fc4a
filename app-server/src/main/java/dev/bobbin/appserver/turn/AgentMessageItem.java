package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.AgentMessageDeltaNotification;
import dev.bobbin.protocol.v2.item.MessagePhase;
import dev.bobbin.protocol.v2.item.PlanDeltaNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the model while it streams, and the plan within it if the turn makes one. The message is announced when it
 * begins; while planning, only when it has something to show beside the plan.
 */
final class AgentMessageItem implements PlanSplitter.Sink {
    private final TurnScope turn;
    private final String id;
    private final @Nullable MessagePhase phase;
    private final @Nullable PlanSplitter splitter;
    private final StringBuilder said = new StringBuilder();
    private final StringBuilder plan = new StringBuilder();

    private boolean isAnnounced;
    private boolean isPlanAnnounced;
    private boolean isSilent;

    AgentMessageItem(TurnScope turn, String id, @Nullable MessagePhase phase, boolean isPlanning) {
        this.turn = turn;
        this.id = id;
        this.phase = phase;
        this.splitter = isPlanning ? new PlanSplitter(this) : null;
    }

    /** The message begins, as a rule with nothing said yet. */
    void begin(String text) {
        if (splitter == null) {
            announce(text);
        }
    }

    /** More of it. */
    void more(String delta) {
        if (delta.isEmpty()) {
            return;
        }
        if (splitter == null) {
            show(delta);
        } else {
            splitter.accept(delta);
        }
    }

    /**
     * The message is whole.
     *
     * @param finalId the model's id for it now, as a rule the one it began with
     * @param text all of it
     * @param wasBegun whether it streamed, rather than came at once
     * @param lines receives what is to be stored before the message's own item
     * @return what it says beside the plan; null if there is nothing to show
     */
    @Nullable
    String end(
            String finalId, String text, boolean wasBegun, List<RolloutItem> lines, List<EncodedNotification> notes) {
        if (splitter == null) {
            if (!wasBegun) {
                announce(text);
            }
            said.setLength(0);
            said.append(text);
        } else {
            endPlanning(text, wasBegun, lines, notes);
        }
        if (splitter != null && said.toString().isBlank()) {
            return null;
        }
        var message = said.toString();
        if (!isAnnounced) {
            notes.add(turn.started(new ThreadItem.AgentMessage(id, "", phase, null)));
        }
        lines.add(new RolloutEvent.AgentMessage(message, phase == null ? null : phase.wireName(), null));
        notes.add(turn.completed(new ThreadItem.AgentMessage(finalId, message, phase, null)));
        return message;
    }

    private void endPlanning(String text, boolean wasBegun, List<RolloutItem> lines, List<EncodedNotification> notes) {
        if (wasBegun) {
            requireSplitter().finish();
        } else {
            isSilent = true;
            requireSplitter().accept(text);
            requireSplitter().finish();
            isSilent = false;
            if (isPlanAnnounced) {
                announcePlan();
            }
        }
        if (isPlanAnnounced) {
            var item = new ThreadItem.Plan(planId(), plan.toString());
            notes.add(turn.completed(item));
            lines.add(new RolloutEvent.ItemCompleted(
                    turn.threadId(), turn.turnId(), storedPlan(), turn.clock().millis()));
        }
    }

    private PlanSplitter requireSplitter() {
        if (splitter == null) {
            throw new IllegalStateException("not planning");
        }
        return splitter;
    }

    @Override
    public void said(String text) {
        said.append(text);
        if (isSilent) {
            return;
        }
        if (!isAnnounced) {
            if (said.toString().isBlank()) {
                return;
            }
            announce("");
            show(said.toString());
        } else {
            show(text);
        }
    }

    @Override
    public void planBegun() {
        if (!isPlanAnnounced) {
            isPlanAnnounced = true;
            if (!isSilent) {
                announcePlan();
            }
        }
    }

    @Override
    public void planned(String text) {
        plan.append(text);
        if (!isSilent) {
            turn.delta(EncodedNotification.of(
                    Notifications.ITEM_PLAN_DELTA,
                    new PlanDeltaNotification(turn.threadId(), turn.turnId(), planId(), text)));
        }
    }

    private void announce(String text) {
        isAnnounced = true;
        turn.delta(turn.started(new ThreadItem.AgentMessage(id, text, phase, null)));
    }

    private void announcePlan() {
        turn.delta(turn.started(new ThreadItem.Plan(planId(), "")));
    }

    private void show(String delta) {
        turn.delta(EncodedNotification.of(
                Notifications.ITEM_AGENT_MESSAGE_DELTA,
                new AgentMessageDeltaNotification(turn.threadId(), turn.turnId(), id, delta)));
    }

    private String planId() {
        return turn.turnId() + "-plan";
    }

    private RawJson storedPlan() {
        return RawJson.of(JsonNodeFactory.instance
                .objectNode()
                .put("type", "Plan")
                .put("id", planId())
                .put("text", plan.toString()));
    }
}
