package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ItemStartedNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.review.ReviewTarget;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.time.Clock;
import java.util.List;

/**
 * How a review begins, before the turn itself is announced.
 *
 * @param lines to be stored first
 * @param notes to be shown then
 */
public record ReviewOpening(List<RolloutItem> lines, List<EncodedNotification> notes) {
    private static final int SHORT_SHA = 7;

    /**
     * The beginning of a review.
     *
     * @param turnId the id that clients know the turn by; also that of its first item
     */
    public static ReviewOpening of(ReviewTarget target, String threadId, String turnId, Clock clock) {
        var hint = hint(target);
        var item = new ThreadItem.EnteredReviewMode(turnId, hint);
        var now = clock.millis();
        return new ReviewOpening(
                List.of(new RolloutEvent.EnteredReviewMode(stored(target), hint)),
                List.of(
                        EncodedNotification.of(
                                Notifications.ITEM_STARTED, new ItemStartedNotification(item, threadId, turnId, now)),
                        EncodedNotification.of(
                                Notifications.ITEM_COMPLETED,
                                new ItemCompletedNotification(item, threadId, turnId, now))));
    }

    /** What is being reviewed, in a few words; also the text of the message that {@code review/start} answers with. */
    public static String hint(ReviewTarget target) {
        return switch (target) {
            case ReviewTarget.UncommittedChanges _ -> "current changes";
            case ReviewTarget.BaseBranch base -> "changes against '" + base.branch() + "'";
            case ReviewTarget.Commit commit -> {
                var sha = commit.sha()
                        .substring(0, Math.min(SHORT_SHA, commit.sha().length()));
                yield commit.title() == null ? "commit " + sha : "commit " + sha + ": " + commit.title();
            }
            case ReviewTarget.Custom custom -> custom.instructions().strip();
        };
    }

    private static RawJson stored(ReviewTarget target) {
        var tree = JsonNodeFactory.instance.objectNode();
        switch (target) {
            case ReviewTarget.UncommittedChanges _ -> tree.put("type", "uncommittedChanges");
            case ReviewTarget.BaseBranch base -> tree.put("type", "baseBranch").put("branch", base.branch());
            case ReviewTarget.Commit commit ->
                tree.put("type", "commit").put("sha", commit.sha()).put("title", commit.title());
            case ReviewTarget.Custom custom -> tree.put("type", "custom").put("instructions", custom.instructions());
        }
        return RawJson.of(tree);
    }
}
