package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns as clients see them. */
final class TurnViews {
    private TurnViews() {}

    /** The answer to a request for a turn: it has an id, and nothing has happened yet. */
    static Turn promised(String turnId) {
        return new Turn(turnId, List.of(), TurnItemsView.NOT_LOADED, TurnStatus.IN_PROGRESS, null, null, null, null);
    }

    static Turn started(RunningTurn turn) {
        return new Turn(
                turn.begunAs(),
                List.of(),
                TurnItemsView.NOT_LOADED,
                TurnStatus.IN_PROGRESS,
                null,
                turn.startedAtSeconds(),
                null,
                null);
    }

    static Turn ended(
            RunningTurn turn, TurnStatus status, @Nullable TurnError error, long completedAt, long durationMs) {
        return new Turn(
                turn.id(),
                List.of(),
                TurnItemsView.NOT_LOADED,
                status,
                error,
                turn.startedAtSeconds(),
                completedAt,
                durationMs);
    }

    static Turn withItems(Turn turn, List<ThreadItem> items, TurnItemsView view) {
        return new Turn(
                turn.id(),
                items,
                view,
                turn.status(),
                turn.error(),
                turn.startedAt(),
                turn.completedAt(),
                turn.durationMs());
    }

    static Turn withStatus(Turn turn, TurnStatus status) {
        return new Turn(
                turn.id(),
                turn.items(),
                turn.itemsView(),
                status,
                turn.error(),
                turn.startedAt(),
                turn.completedAt(),
                turn.durationMs());
    }

    /** The same where no command runs any more: one whose end was not stored ended with its server. */
    static Turn withoutCommands(Turn turn) {
        for (var item : turn.items()) {
            if (seemsToRun(item)) {
                return withItems(
                        turn, turn.items().stream().map(TurnViews::ended).toList(), turn.itemsView());
            }
        }
        return turn;
    }

    private static boolean seemsToRun(ThreadItem item) {
        return item instanceof ThreadItem.CommandExecution command
                && command.status() == CommandExecutionStatus.IN_PROGRESS;
    }

    private static ThreadItem ended(ThreadItem item) {
        return item instanceof ThreadItem.CommandExecution command && seemsToRun(item)
                ? new ThreadItem.CommandExecution(
                        command.id(),
                        command.command(),
                        command.cwd(),
                        command.processId(),
                        command.source(),
                        CommandExecutionStatus.FAILED,
                        command.commandActions(),
                        command.aggregatedOutput(),
                        command.exitCode(),
                        command.durationMs())
                : item;
    }

    /** What the journal keeps of a failure. */
    static RawJson errorPayload(String turnId, TurnError error) {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("turn_id", turnId);
        var detail = payload.putObject("error");
        detail.put("message", error.message());
        var info = error.codexErrorInfo();
        detail.set("codex_error_info", info == null ? null : WireJson.toTree(info));
        detail.put("additional_details", error.additionalDetails());
        payload.put("status", TurnStatus.FAILED.wireName());
        return RawJson.of(payload);
    }
}
