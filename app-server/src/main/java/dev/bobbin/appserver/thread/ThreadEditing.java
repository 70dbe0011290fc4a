package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.context.ContextUpdate;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsParams;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsResponse;
import dev.bobbin.protocol.v2.thread.ThreadRollbackParams;
import dev.bobbin.protocol.v2.thread.ThreadRollbackResponse;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateResponse;
import dev.bobbin.protocol.v2.thread.ThreadTokenUsageUpdatedNotification;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Changes to a loaded thread's settings and to what its next turn will see. */
public final class ThreadEditing {
    /** What stands for a turn's id where the model is told of settings before there is a turn. */
    private static final String FIRST_CONTEXT = "auto-compact-0";

    private final TurnCommands commands;
    private final WorkingFolders folders;
    private final Clock clock;
    private final ThreadManager threads;

    ThreadEditing(TurnCommands commands, WorkingFolders folders, Clock clock, ThreadManager threads) {
        this.commands = commands;
        this.clock = clock;
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
                answer.ok(new ThreadRollbackResponse(rollBack(thread, params.numTurns())));
            } catch (ThreadStoreException e) {
                throw ThreadErrors.whileWriting(e);
            }
        });
    }

    /** Works out what is left, writes that it is so, and tells how much of the context that takes. */
    private Thread rollBack(LoadedThread thread, long numTurns) {
        var event = new RolloutEvent.ThreadRolledBack(numTurns);
        var replay = HistoryReplay.ofBoth();
        thread.journal().readHistory(replay);
        var line = RawLine.of(event, clock.instant(), replay.nextIndex());
        replay.accept(line);
        replay.requireItems();
        replay.complete(sink -> {
            thread.journal().readHistory(sink);
            sink.accept(line);
        });
        var context = StoredConversation.of(replay.modelContext(), thread);
        var settings = thread.settings();
        context.reestimate(settings.baseInstructions(), settings.modelContextWindow());
        thread.journal().write(List.of(new RolloutEvent.TokenCount(context.usage(), context.rateLimits()), event));
        thread.journal().seal();
        thread.context(context);
        thread.subscriptions()
                .tell(
                        ThreadNotifications.THREAD_TOKEN_USAGE_UPDATED,
                        new ThreadTokenUsageUpdatedNotification(
                                thread.id(),
                                commands.newTurnId(),
                                ThreadViews.usage(Objects.requireNonNull(context.usage()))));
        return ThreadViews.of(thread.journal().read(), thread.status(), false, replay.turnsAtRest());
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
        var items = storable(params.items());
        actor.request(reply, (thread, answer) -> {
            if (thread.turn() != null) {
                thread.afterTurn(() -> inject(thread, items, answer));
                return;
            }
            inject(thread, items, answer);
        });
    }

    /** Items of kinds that the format does not know are accepted and left out. */
    static List<RawJson> storable(List<JsonNode> items) {
        return items.stream()
                .map(ResponseItems::stored)
                .filter(Objects::nonNull)
                .toList();
    }

    private void inject(LoadedThread thread, List<RawJson> items, Reply<ThreadInjectItemsResponse> reply) {
        try {
            thread.wake();
            var context = thread.context();
            var lines = new ArrayList<RolloutItem>();
            var said = new ArrayList<RawJson>();
            if (context.baseline() == null) {
                var update = ContextUpdate.of(thread.settings(), FIRST_CONTEXT, null, clock);
                said.addAll(update.items());
                update.items().forEach(item -> lines.add(new ResponseItem(item)));
                lines.add(update.turnContext());
                context.baseline(update.turnContext());
            }
            said.addAll(items);
            items.forEach(item -> lines.add(new ResponseItem(item)));
            thread.journal().write(lines);
            said.forEach(context::append);
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
