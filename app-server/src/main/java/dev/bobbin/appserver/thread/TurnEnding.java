package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.turn.TurnOutcome;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.ErrorNotification;
import dev.bobbin.protocol.v2.turn.TurnCompletedNotification;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a turn: writes how it ended, makes that durable, and only then tells clients, in the order they rely on: whoever asked
 * for an interrupt, the thread's status, an error, {@code turn/completed}, and whoever waits for the turn.
 */
final class TurnEnding {
    private static final Logger LOG = LoggerFactory.getLogger(TurnEnding.class);

    private final Clock clock;

    TurnEnding(Clock clock) {
        this.clock = clock;
    }

    /** How a turn ended, in the terms of the wire. */
    private record Result(TurnStatus status, @Nullable TurnError error) {}

    TurnStatus end(LoadedThread thread, RunningTurn turn, TurnOutcome outcome) {
        long completedAt = clock.instant().getEpochSecond();
        long durationMs = turn.durationMs(System.nanoTime());
        var result = write(thread, turn, outcome, completedAt, durationMs);
        thread.turn(null);
        turn.interrupters().forEach(reply -> reply.ok(new TurnInterruptResponse()));
        thread.announce(
                result.status() == TurnStatus.FAILED
                        ? thread.statusTracker().turnFailed()
                        : thread.statusTracker().turnEnded());
        if (result.error() != null) {
            thread.subscriptions()
                    .tell(
                            ThreadNotifications.ERROR,
                            new ErrorNotification(result.error(), false, thread.id(), turn.id()));
        }
        var bare = TurnViews.ended(turn, result.status(), result.error(), completedAt, durationMs);
        thread.subscriptions()
                .tell(ThreadNotifications.TURN_COMPLETED, new TurnCompletedNotification(thread.id(), bare));
        thread.questions().withdraw();
        var whole = TurnViews.withItems(bare, turn.items().completed(), TurnItemsView.FULL);
        turn.runWaiters().forEach(waiter -> waiter.answer(whole, turn.usage()));
        turn.runWaiters().clear();
        return result.status();
    }

    /** What to tell when the disk is the reason. */
    static TurnError notSaved(ThreadStoreException why) {
        return new TurnError(
                "Failed to save the conversation transcript: " + why.display(), new CodexErrorInfo.Other(), null);
    }

    private Result write(
            LoadedThread thread, RunningTurn turn, TurnOutcome outcome, long completedAt, long durationMs) {
        List<RolloutItem> lines;
        Result result;
        if (outcome instanceof TurnOutcome.Completed completed) {
            result = new Result(TurnStatus.COMPLETED, null);
            lines = List.of(new RolloutEvent.TaskComplete(
                    turn.id(), completed.lastAgentMessage(), completedAt, durationMs, completed.timeToFirstTokenMs()));
        } else if (outcome instanceof TurnOutcome.Interrupted interrupted) {
            result = new Result(TurnStatus.INTERRUPTED, null);
            lines = aborted(thread, turn, interrupted.reason(), completedAt, durationMs);
        } else {
            var failed = (TurnOutcome.Failed) outcome;
            result = new Result(TurnStatus.FAILED, failed.error());
            lines = List.of(
                    errorLine(turn, failed.error()),
                    new RolloutEvent.TaskComplete(
                            turn.id(), null, completedAt, durationMs, failed.timeToFirstTokenMs()));
        }
        try {
            thread.commit(lines, List.of());
            thread.journal().seal();
        } catch (ThreadStoreException e) {
            LOG.error("the end of turn {} of thread {} could not be saved", turn.id(), thread.id(), e);
            return new Result(TurnStatus.FAILED, notSaved(e));
        }
        return result;
    }

    private static List<RolloutItem> aborted(
            LoadedThread thread, RunningTurn turn, String reason, long completedAt, long durationMs) {
        var context = thread.context();
        var lines = new ArrayList<RolloutItem>(2);
        context.append(AbortMarker.item());
        lines.add(new ResponseItem(AbortMarker.item()));
        lines.add(new RolloutEvent.TurnAborted(turn.id(), reason, completedAt, durationMs));
        return lines;
    }

    private static RolloutItem errorLine(RunningTurn turn, TurnError error) {
        return new BobbinRecord(BobbinRecord.TURN_ERROR, TurnViews.errorPayload(turn.id(), error));
    }
}
