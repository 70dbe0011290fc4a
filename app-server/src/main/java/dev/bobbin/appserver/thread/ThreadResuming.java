package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadResumeParams;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadStatusChangedNotification;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnsPage;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resumes threads: loads stored ones, and lets clients join those that are loaded already. */
final class ThreadResuming {
    private final ThreadServices services;
    private final ThreadRegistry registry;
    private final ThreadOpener opener;
    private final SettingsResolver resolver;
    private final ThreadBirth birth;
    private final Sources sources;
    private final Greeting greeting;
    private final TurnLifecycle lifecycle;

    ThreadResuming(
            ThreadServices services,
            ThreadRegistry registry,
            ThreadOpener opener,
            SettingsResolver resolver,
            ThreadBirth birth,
            Sources sources,
            Greeting greeting,
            TurnLifecycle lifecycle) {
        this.services = services;
        this.registry = registry;
        this.opener = opener;
        this.resolver = resolver;
        this.birth = birth;
        this.sources = sources;
        this.greeting = greeting;
        this.lifecycle = lifecycle;
    }

    /**
     * Loads a stored thread, unless it turns out to be loaded.
     *
     * @return the loaded thread to join instead; null if this request has been taken care of
     */
    @Nullable
    ThreadActor loadUnlessLoaded(
            StoredThread stored, ThreadResumeParams params, RequestContext client, Reply<ThreadResumeResponse> reply)
            throws InterruptedException {
        var loaded = registry.findOrReserve(stored.threadId());
        if (loaded != null) {
            return loaded;
        }
        try {
            load(stored, params, client, reply);
            return null;
        } finally {
            registry.abandon(stored.threadId());
        }
    }

    private void load(
            StoredThread head, ThreadResumeParams params, RequestContext client, Reply<ThreadResumeResponse> reply) {
        var overrides = ThreadOverrides.of(params);
        var replay = replayFor(params);
        try (var trial = open(head, replay)) {
            var stored = trial.live().readThread();
            replay.complete(trial.live()::readHistory);
            var turns = turns(params, replay, trial.live()::readHistory, HistoryReplay::turnsAtRest);
            var settings = resolver.resolve(overrides, SettingsResolver.Memory.of(stored, replay.meta()));
            var thread = ThreadViews.of(stored, new ThreadStatus.Idle(), false, List.of());
            opener.prepare(stored.threadId(), settings);
            var actor = opener.open(thread, trial.take(), StoredConversation.of(replay), settings);
            actor.request(reply, (live, answer) -> {
                live.join(client.connection());
                live.goal(Goals.read(live.id(), replay.goal()));
                warnOfOtherModel(live, replay, settings);
                live.subscriptions()
                        .tellEveryone(
                                ThreadNotifications.THREAD_STATUS_CHANGED,
                                new ThreadStatusChangedNotification(live.id(), live.status()));
                answer.ok(response(thread, settings, turns, params));
                Greeting.warnOfPermissions(live);
                greeting.afterResume(live, client.connection(), params.excludeTurns(), replay);
                lifecycle.pursueGoal(actor, live);
            });
            opener.opened(actor, settings);
        }
    }

    /** Folds no more than the client wants to see, beside the conversation. */
    private static HistoryReplay replayFor(ThreadResumeParams params) {
        if (!params.excludeTurns()) {
            return HistoryReplay.ofSettingsAndTurns();
        }
        var page = params.initialTurnsPage();
        if (page == null) {
            return HistoryReplay.ofSettings();
        }
        var newest = TurnPages.newest(null, page.limit(), page.sortDirection());
        return newest == null ? HistoryReplay.ofSettingsAndTurns() : HistoryReplay.ofSettingsAndNewestTurns(newest);
    }

    /** The turns, with the items of those that the client wants to see. */
    private static List<Turn> turns(
            ThreadResumeParams params,
            HistoryReplay replay,
            Consumer<HistorySink> history,
            Function<HistoryReplay, List<Turn>> view) {
        if (!params.excludeTurns()) {
            replay.requireItems();
            return view.apply(replay);
        }
        var page = params.initialTurnsPage();
        return page == null
                ? List.of()
                : new TurnsOfPage(history, view).page(replay, null, page.limit(), page.sortDirection());
    }

    private Trial open(StoredThread stored, HistoryReplay replay) {
        try {
            return new Trial(LiveThread.resume(
                    services.store(),
                    new ResumeThread(stored.threadId(), stored.rolloutPath(), false),
                    services.clock(),
                    replay));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, stored.threadId());
        }
    }

    private static void warnOfOtherModel(LoadedThread thread, HistoryReplay replay, TurnSettings settings) {
        var recorded = replay.modelContext().previousModel();
        if (recorded == null || recorded.equals(settings.model())) {
            return;
        }
        var text = "This session was recorded with model `" + recorded + "` but is resuming with `" + settings.model()
                + "`. Consider switching back to `" + recorded + "` as it may affect Codex performance.";
        thread.warn(text);
    }

    /** Makes a new thread that begins with items that the client brings along. */
    void fromHistory(
            ThreadResumeParams params, List<JsonNode> given, RequestContext client, Reply<ThreadResumeResponse> reply) {
        if (given.isEmpty()) {
            throw ThreadErrors.invalid("history must not be empty", "invalid_request");
        }
        var settings = resolver.resolve(ThreadOverrides.of(params), SettingsResolver.Memory.NONE);
        var origin = new ThreadBirth.Origin(null, null, false, null);
        var born = birth.create(settings, origin, client.connection());
        try (var trial = new Trial(born.live())) {
            var items = ThreadEditing.storable(given);
            born.live().persist();
            born.live().append(items.stream().map(ResponseItem::new).toList());
            var thread = ThreadViews.withPreview(born.announced(), FirstMessage.of(items));
            var context = ThreadContext.of(items, null, null);
            opener.prepare(thread.id(), settings);
            var actor = opener.open(thread, trial.take(), context, settings);
            actor.request(reply, (live, answer) -> {
                live.join(client.connection());
                live.subscriptions()
                        .tellEveryone(
                                ThreadNotifications.THREAD_STATUS_CHANGED,
                                new ThreadStatusChangedNotification(live.id(), live.status()));
                answer.ok(response(thread, settings, List.of(), params));
                greeting.afterBirth(live);
            });
            opener.opened(actor, settings);
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, born.announced().id());
        }
    }

    /** Joins a loaded thread; runs on its owner, so that what the client is shown and what it hears next fit together. */
    void join(
            LoadedThread thread,
            ThreadResumeParams params,
            @Nullable String path,
            RequestContext client,
            Reply<ThreadResumeResponse> reply) {
        refuseOtherPath(thread, path);
        try {
            thread.wake();
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, thread.id());
        }
        var replay = replayFor(params);
        if (thread.journal().isReadable()) {
            thread.journal().readHistory(replay);
            replay.complete(thread.journal()::readHistory);
        }
        var turns = turns(params, replay, thread.journal()::readHistory, folded -> folded.turns(thread));
        thread.join(client.connection());
        var shown = thread.journal().isReadable()
                ? ThreadViews.of(thread.journal().read(), thread.status(), thread.ephemeral(), List.of())
                : ThreadViews.with(thread.announced(), thread.status(), List.of());
        reply.ok(response(shown, thread.settings(), turns, params));
        greeting.afterResume(thread, client.connection(), params.excludeTurns(), replay);
        thread.questions().repeatTo(client.connection());
    }

    private void refuseOtherPath(LoadedThread thread, @Nullable String path) {
        if (path == null) {
            return;
        }
        var active = thread.journal().path();
        if (active == null) {
            throw ThreadErrors.noRollout(thread.id());
        }
        if (!sources.isSame(path, active)) {
            throw ThreadErrors.stalePath(thread.id(), path, active.toString());
        }
    }

    private static ThreadResumeResponse response(
            dev.bobbin.protocol.v2.thread.Thread thread,
            TurnSettings settings,
            List<Turn> turns,
            ThreadResumeParams params) {
        TurnsPage page = null;
        var wanted = params.initialTurnsPage();
        if (wanted != null) {
            page = TurnPages.page(turns, null, wanted.limit(), wanted.sortDirection(), wanted.itemsView());
        }
        var shown = ThreadViews.with(thread, thread.status(), params.excludeTurns() ? List.of() : turns);
        return ThreadResponses.resumed(shown, settings, page);
    }
}
