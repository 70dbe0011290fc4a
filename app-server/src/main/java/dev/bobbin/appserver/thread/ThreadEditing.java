package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsParams;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsResponse;
import dev.bobbin.protocol.v2.thread.ThreadRollbackParams;
import dev.bobbin.protocol.v2.thread.ThreadRollbackResponse;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateResponse;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;

/** Changes to a loaded thread's settings and to what its next turn will see. */
public final class ThreadEditing {
    private final TurnCommands commands;
    private final WorkingFolders folders;
    private final ThreadManager threads;

    ThreadEditing(TurnCommands commands, WorkingFolders folders, ThreadManager threads) {
        this.commands = commands;
        this.folders = folders;
        this.threads = threads;
    }

    /** {@code thread/settings/update}: settings for the turns to come. */
    public void updateSettings(
            ThreadSettingsUpdateParams params, RequestContext client, Reply<ThreadSettingsUpdateResponse> reply) {
        var change = SettingsChange.of(params);
        threads.require(params.threadId()).request(reply, (thread, answer) -> {
            change.check();
            var settings = change.applyTo(thread.settings(), folders);
            answer.ok(new ThreadSettingsUpdateResponse());
            commands.adopt(thread, settings);
        });
    }

    /** {@code thread/rollback}: the last turns count no more. Nothing is removed from the file. */
    public void rollback(ThreadRollbackParams params, RequestContext client, Reply<ThreadRollbackResponse> reply) {
        if (params.numTurns() < 1) {
            throw ThreadErrors.invalid("numTurns must be >= 1", "invalid_request");
        }
        threads.require(params.threadId()).request(reply, (thread, answer) -> {
            refuseRollback(thread);
            try {
                thread.wake();
                thread.journal().write(List.of(new RolloutEvent.ThreadRolledBack(params.numTurns())));
                thread.journal().seal();
                var replay = HistoryReplay.ofBoth();
                thread.journal().readHistory(replay);
                replay.complete(thread.journal()::readHistory);
                thread.context(replay.context());
                var shown = ThreadViews.of(
                        thread.journal().read(), thread.status(), thread.ephemeral(), replay.turnsAtRest());
                answer.ok(new ThreadRollbackResponse(shown));
            } catch (ThreadStoreException e) {
                throw ThreadErrors.whileWriting(e);
            }
        });
    }

    private static void refuseRollback(LoadedThread thread) {
        if (thread.turn() != null) {
            throw ThreadErrors.invalid("Cannot rollback while a turn is in progress.", "turn_in_progress");
        }
        if (thread.ephemeral()) {
            throw ThreadErrors.invalid("thread rollback requires persisted thread history", "ephemeral_thread");
        }
        if (!thread.journal().isReadable()) {
            throw ThreadErrors.invalid(
                    "failed to load thread history for rollback replay: invalid thread-store request: failed to resolve"
                            + " rollout path `" + thread.journal().path() + "`: file does not exist",
                    "thread_not_materialized");
        }
    }

    /** {@code thread/inject_items}: items that the model sees from the next request on, and nobody else. */
    public void injectItems(
            ThreadInjectItemsParams params, RequestContext client, Reply<ThreadInjectItemsResponse> reply) {
        var actor = threads.require(params.threadId());
        if (params.items().isEmpty()) {
            throw ThreadErrors.invalid("items must not be empty", "invalid_request");
        }
        for (int i = 0; i < params.items().size(); i++) {
            refuseNonsense(params.items().get(i), i);
        }
        var items = params.items().stream().map(RawJson::of).toList();
        actor.request(reply, (thread, answer) -> {
            if (thread.turn() != null) {
                thread.afterTurn(() -> inject(thread, items, answer));
                return;
            }
            inject(thread, items, answer);
        });
    }

    private static void inject(LoadedThread thread, List<RawJson> items, Reply<ThreadInjectItemsResponse> reply) {
        try {
            thread.wake();
            thread.journal().write(items.stream().map(ResponseItem::new).toList());
            items.forEach(thread.context()::append);
            reply.ok(new ThreadInjectItemsResponse());
        } catch (ThreadStoreException e) {
            reply.fail(ThreadErrors.whileWriting(e));
        }
    }

    private static void refuseNonsense(JsonNode item, int index) {
        if (!item.isObject() || !item.path("type").isTextual()) {
            throw ThreadErrors.invalid(
                    "items[" + index + "] is not a valid response item: missing field `type`", "invalid_item");
        }
    }
}
