package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.config.Durability;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadForkResponse;
import dev.bobbin.protocol.v2.thread.ThreadStartedNotification;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies threads. A copy has all of the source's history as if the source had been interrupted just now, is durable before
 * anyone hears of it, and goes its own way from then on.
 */
final class ThreadForking {
    private static final String MULTI_AGENT_VERSION = "v1";
    /** Lines that are copied at once between stores of different kinds. */
    private static final int BATCH = 256;

    private final ThreadServices services;
    private final ThreadBirth birth;
    private final ThreadOpener opener;
    private final SettingsResolver resolver;
    private final Greeting greeting;

    ThreadForking(
            ThreadServices services,
            ThreadBirth birth,
            ThreadOpener opener,
            SettingsResolver resolver,
            Greeting greeting) {
        this.services = services;
        this.birth = birth;
        this.opener = opener;
        this.resolver = resolver;
        this.greeting = greeting;
    }

    /**
     * A copy that has just been loaded.
     *
     * @param announced the copy as clients are told of it, without its turns
     * @param replay what its history says
     */
    record Copy(ThreadActor actor, Thread announced, TurnSettings settings, HistoryReplay replay) {}

    /**
     * Copies a thread and tells the client so.
     *
     * @param ephemeralSource whether the source is a loaded thread that is not kept
     */
    void fork(
            StoredThread source,
            boolean ephemeralSource,
            ThreadForkParams params,
            RequestContext client,
            Reply<ThreadForkResponse> reply) {
        var copy = copy(source, ephemeralSource, params, client);
        var turns = copy.replay().turnsAtRest();
        copy.actor().request(reply, (thread, answer) -> {
            thread.join(client.connection());
            var shown = ThreadViews.with(copy.announced(), thread.status(), turns);
            answer.ok(ThreadResponses.forked(shown, copy.settings()));
            if (!params.excludeTurns()) {
                greeting.usage(thread.id(), client.connection(), copy.replay());
            }
            thread.subscriptions()
                    .tellEveryone(ThreadNotifications.THREAD_STARTED, new ThreadStartedNotification(copy.announced()));
        });
        opener.opened(copy.actor(), copy.settings());
    }

    /** Copies a thread and loads the copy; nobody is told of it yet. */
    Copy copy(StoredThread source, boolean ephemeralSource, ThreadForkParams params, RequestContext client) {
        var origin = new ThreadBirth.Origin(
                source.threadId(), params.threadSource(), params.ephemeral(), MULTI_AGENT_VERSION);
        try {
            if (!params.excludeTurns()) {
                refuseTooLong(source, ephemeralSource);
            }
            var asked = ThreadOverrides.of(params);
            var settings = resolver.resolve(
                    params.ephemeral() ? asked.withoutGoals() : asked, memory(source, ephemeralSource));
            var replay = params.excludeTurns() ? HistoryReplay.ofSettings() : HistoryReplay.ofSettingsAndTurns();
            var born = birth.create(settings, origin, client.connection());
            try (var trial = new Trial(born.live())) {
                copyHistory(source, ephemeralSource, born.live(), params.ephemeral(), replay);
                replay.complete(born.live()::readHistory);
                if (settings.config().durability() != Durability.NONE) {
                    born.live().sync();
                }
                born.live().flush();
                var announced = ThreadViews.of(
                        born.live().readThread(), new ThreadStatus.Idle(), params.ephemeral(), List.of());
                opener.prepare(announced.id(), settings);
                var actor = opener.open(announced, trial.take(), StoredConversation.of(replay), settings);
                return new Copy(actor, announced, settings, replay);
            }
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, source.threadId());
        }
    }

    /** Before anything is made: a copy whose turns cannot be shown would be in nobody's hands. */
    private void refuseTooLong(StoredThread source, boolean ephemeralSource) {
        var path = source.rolloutPath();
        if (path != null && (!Files.exists(path) || path.toFile().length() > HistoryBounds.turns())) {
            var turns = HistoryReplay.ofTurns();
            birth.storeOf(ephemeralSource).readHistory(history(source), turns);
            turns.requireItems();
        }
    }

    /** What the copy takes over: the folder and the instructions, but not the model. */
    private SettingsResolver.Memory memory(StoredThread source, boolean ephemeralSource) {
        var head = HistoryReplay.ofHead();
        birth.storeOf(ephemeralSource).readHistory(history(source), head);
        return SettingsResolver.Memory.withoutModel(source, head.meta());
    }

    private static ReadHistory history(StoredThread source) {
        return new ReadHistory(source.threadId(), source.rolloutPath(), true);
    }

    private void copyHistory(
            StoredThread source, boolean fromMemory, LiveThread target, boolean toMemory, HistoryReplay replay) {
        if (fromMemory == toMemory) {
            target.appendHistory(history(source), Long.MAX_VALUE, replay);
        } else {
            copyAcross(birth.storeOf(fromMemory), source, target);
            target.readHistory(replay);
        }
        if (replay.endsMidTurn()) {
            var end = List.of(
                    new ResponseItem(AbortMarker.item()),
                    new RolloutEvent.TurnAborted(replay.openTurnId(), "interrupted", null, null));
            target.append(end);
            end.forEach(item -> replay.accept(RawLine.of(item, services.clock().instant(), replay.nextIndex())));
        }
    }

    private static void copyAcross(ThreadStore from, StoredThread source, LiveThread target) {
        var batch = new ArrayList<RolloutItem>(BATCH);
        from.readHistory(history(source), line -> {
            batch.add(line.parse());
            if (batch.size() == BATCH) {
                target.append(batch);
                batch.clear();
            }
            return true;
        });
        target.append(batch);
    }
}
