package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.turn.TurnEngine;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadForkResponse;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListParams;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListResponse;
import dev.bobbin.protocol.v2.thread.ThreadResumeParams;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadStartParams;
import dev.bobbin.protocol.v2.thread.ThreadStartResponse;
import dev.bobbin.protocol.v2.thread.ThreadStartedNotification;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeParams;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeResponse;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeStatus;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one entry to threads, loaded or stored.
 *
 * <p>Whoever resumes or forks may name a thread by an explicit path, by its id, or both. Paths come first: a directory is
 * refused before anything is read, then the thread at the path counts, and only without a path the id does. A loaded thread
 * is joined, never opened twice.
 *
 * <p>Safe for use from many threads. Methods that take a {@link Reply} answer it exactly once, mostly from the thread's
 * owner; what they throw is an answer too.
 */
public final class ThreadManager {
    private final ThreadRegistry registry = new ThreadRegistry();
    private final Sources sources;
    private final WorkingFolders folders;
    private final SettingsResolver resolver;
    private final TurnEngine engine;
    private final ThreadBirth birth;
    private final ThreadOpener opener;
    private final ThreadResuming resuming;
    private final ThreadForking forking;
    private final ThreadClosing closing;
    private final ThreadReading reading;
    private final ThreadListing listing;
    private final ThreadMetadata metadata;
    private final ThreadArchiving archiving;
    private final ThreadGoals goals;
    private final TurnLifecycle lifecycle;
    private final ThreadEditing editing;
    private final ThreadTurns turns;
    private final ThreadReviews reviews;

    public ThreadManager(ThreadServices services) {
        this.sources = new Sources(services.codexHome(), services.store());
        this.folders = services.folders();
        this.resolver = new SettingsResolver(services.configs(), services.folders());
        this.engine = services.engine();
        this.birth = new ThreadBirth(services);
        this.closing = new ThreadClosing(registry, services.residents());
        this.opener = new ThreadOpener(services, registry, new IdleUnloading(services.idleUnload(), closing));
        var goalRules = new Goals(services.clock(), services.everyone());
        var progress = new GoalProgress(goalRules, services.clock());
        this.lifecycle = new TurnLifecycle(services, progress);
        var greeting = new Greeting(goalRules);
        this.resuming = new ThreadResuming(services, registry, opener, resolver, birth, sources, greeting, lifecycle);
        this.forking = new ThreadForking(services, birth, opener, resolver, greeting);
        this.reading = new ThreadReading(services.store(), sources, this);
        this.listing = new ThreadListing(services.store(), services.folders(), this);
        this.metadata = new ThreadMetadata(services.store(), services.everyone(), this);
        this.archiving = new ThreadArchiving(services.store(), services.everyone(), closing, this);
        this.goals = new ThreadGoals(services, goalRules, progress, lifecycle, this);
        var commands = new TurnCommands(lifecycle, services.folders());
        this.turns = new ThreadTurns(commands, this);
        this.reviews = new ThreadReviews(services, commands, forking, this);
        this.editing = new ThreadEditing(commands, services.folders(), services.clock(), this);
    }

    /** {@code thread/start}: a new thread, of which nothing is written before its first turn. */
    public void start(ThreadStartParams params, RequestContext client, Reply<ThreadStartResponse> reply) {
        engine.prepare();
        boolean isEphemeral = Boolean.TRUE.equals(params.ephemeral());
        var asked = ThreadOverrides.of(params);
        DynamicToolRules.check(asked.dynamicTools());
        var settings = resolver.resolve(isEphemeral ? asked.withoutGoals() : asked, SettingsResolver.Memory.NONE);
        var origin = new ThreadBirth.Origin(null, params.threadSource(), isEphemeral, null);
        var born = birth.create(settings, origin, client.connection());
        var actor = opened(born, settings);
        actor.request(reply, (thread, answer) -> {
            thread.join(client.connection());
            if (params.experimentalRawEvents()) {
                thread.showRawItems();
            }
            answer.ok(ThreadResponses.started(born.announced(), settings));
            thread.subscriptions()
                    .tellEveryone(ThreadNotifications.THREAD_STARTED, new ThreadStartedNotification(born.announced()));
            SettingWarnings.of(settings).forEach(thread::warn);
        });
        opener.opened(actor, settings);
    }

    private ThreadActor opened(ThreadBirth.NewBorn born, TurnSettings settings) {
        try (var trial = new Trial(born.live())) {
            opener.prepare(born.announced().id(), settings);
            return opener.open(born.announced(), trial.take(), ThreadContext.empty(), settings);
        }
    }

    /** {@code thread/resume}: loads a stored thread, or joins a loaded one. */
    public void resume(ThreadResumeParams params, RequestContext client, Reply<ThreadResumeResponse> reply)
            throws InterruptedException {
        var path = Sources.given(params.path());
        sources.refuseDirectory(path);
        var named = findNamed(params.threadId());
        if (params.history() != null) {
            if (named != null) {
                throw ThreadErrors.invalid(
                        "cannot resume thread " + named.threadId() + " with history while it is already running",
                        "thread_running");
            }
            resuming.fromHistory(params, params.history(), client, reply);
            return;
        }
        var running = named == null || makesWay(named, params, path) ? null : named;
        var loaded = running != null ? running : loadUnlessLoaded(params, path, client, reply);
        if (loaded != null) {
            loaded.request(reply, (thread, answer) -> {
                resuming.join(thread, params, path, client, answer);
                lifecycle.pursueGoal(loaded, thread);
            });
        }
    }

    /** A loaded thread that is idle and that nobody listens to is loaded anew if the client wants other settings for it. */
    private boolean makesWay(ThreadActor actor, ThreadResumeParams params, @Nullable String path) {
        var asked = ThreadOverrides.of(params);
        return path == null
                && !actor.isEphemeral()
                && Boolean.TRUE.equals(actor.call(thread -> thread.isAlone()
                        && thread.journal().isReadable()
                        && asked.differsFrom(thread.settings(), folders)
                        && closing.close(thread, actor, ThreadClosing.Told.STATUS)));
    }

    private @Nullable ThreadActor loadUnlessLoaded(
            ThreadResumeParams params, @Nullable String path, RequestContext client, Reply<ThreadResumeResponse> reply)
            throws InterruptedException {
        var stored = path != null ? sources.atPath(path) : sources.withId(Sources.sessionId(params.threadId()));
        return resuming.loadUnlessLoaded(stored, params, client, reply);
    }

    /** {@code thread/fork}: a copy of a thread, stored or live. */
    public void fork(ThreadForkParams params, RequestContext client, Reply<ThreadForkResponse> reply) {
        var path = Sources.given(params.path());
        sources.refuseDirectory(path);
        if (path != null) {
            forking.fork(sources.atPath(path), false, params, client, reply);
            return;
        }
        var threadId = Sources.sessionId(params.threadId());
        var loaded = registry.find(threadId);
        if (loaded != null && loaded.isEphemeral()) {
            var source = loaded.call(thread -> thread.journal().read());
            if (source == null) {
                throw ThreadErrors.noRollout(threadId);
            }
            forking.fork(source, true, params, client, reply);
            return;
        }
        forking.fork(sources.withId(threadId), false, params, client, reply);
    }

    /** {@code thread/unsubscribe}: the thread goes on, unheard. */
    public void unsubscribe(
            ThreadUnsubscribeParams params, RequestContext client, Reply<ThreadUnsubscribeResponse> reply) {
        var actor = registry.find(Sources.threadId(params.threadId()));
        if (actor == null) {
            reply.ok(new ThreadUnsubscribeResponse(ThreadUnsubscribeStatus.NOT_LOADED));
            return;
        }
        actor.request(reply, (thread, answer) -> {
            var listened = thread.leave(client.connection());
            answer.ok(new ThreadUnsubscribeResponse(
                    listened ? ThreadUnsubscribeStatus.UNSUBSCRIBED : ThreadUnsubscribeStatus.NOT_SUBSCRIBED));
        });
    }

    /** {@code thread/loaded/list}: ids in order, a page at a time where a limit is given. */
    public void loadedList(
            ThreadLoadedListParams params, RequestContext client, Reply<ThreadLoadedListResponse> reply) {
        var after = params.cursor() == null ? null : cursor(params.cursor());
        var ids = registry.loaded().stream()
                .map(ThreadActor::threadId)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .toList();
        var limit = params.limit() == null ? ids.size() : (int) Math.clamp(params.limit(), 1, Integer.MAX_VALUE);
        var page = ids.subList(0, Math.min(limit, ids.size()));
        reply.ok(new ThreadLoadedListResponse(page, page.size() < ids.size() ? page.getLast() : null));
    }

    private static String cursor(String text) {
        try {
            return ThreadIdText.canonical(text);
        } catch (ThreadIdText.Malformed e) {
            throw ThreadErrors.invalid("invalid cursor: " + text, "invalid_cursor");
        }
    }

    /** The loaded thread that a text names, if the text is an id at all. */
    private @Nullable ThreadActor findNamed(String text) {
        try {
            return registry.find(ThreadIdText.canonical(text));
        } catch (ThreadIdText.Malformed e) {
            return null;
        }
    }

    /** The loaded thread with a canonical id; null if there is none. */
    @Nullable
    ThreadActor find(String threadId) {
        return registry.find(threadId);
    }

    /** The loaded thread that a client means, for methods that work on loaded threads only. */
    ThreadActor require(String text) {
        var threadId = Sources.threadId(text);
        var actor = registry.find(threadId);
        if (actor == null) {
            throw ThreadErrors.notFound(threadId);
        }
        return actor;
    }

    /**
     * The id of the loaded thread that a client means.
     *
     * @throws dev.bobbin.appserver.dispatch.RequestException if there is none
     */
    public String requireLoaded(String text) {
        return require(text).threadId();
    }

    /**
     * What the next turn of the loaded thread that a client means will use.
     *
     * @throws dev.bobbin.appserver.dispatch.RequestException if there is none
     */
    public TurnSettings settingsOfLoaded(String text) {
        return Objects.requireNonNull(require(text).call(LoadedThread::settings));
    }

    /** Reading threads and pages of their turns. */
    public ThreadReading reading() {
        return reading;
    }

    /** Finding threads. */
    public ThreadListing listing() {
        return listing;
    }

    /** Names, git facts and memory modes. */
    public ThreadMetadata metadata() {
        return metadata;
    }

    /** Archiving and deleting. */
    public ThreadArchiving archiving() {
        return archiving;
    }

    /** Goals. */
    public ThreadGoals goals() {
        return goals;
    }

    /** Changes to a loaded thread's settings and history. */
    public ThreadEditing editing() {
        return editing;
    }

    /** Turns. */
    public ThreadTurns turns() {
        return turns;
    }

    /** Reviews. */
    public ThreadReviews reviews() {
        return reviews;
    }

    /** A client is gone: it listens to nothing any more. */
    public void disconnected(ClientConnection connection) {
        for (var actor : registry.loaded()) {
            actor.tellSoon(thread -> thread.leave(connection));
        }
    }

    /** Waits until no turn runs in any thread, those that begin meanwhile included. */
    public void awaitTurns() throws InterruptedException {
        for (ThreadActor busy; (busy = findBusy()) != null; ) {
            busy.awaitTurn();
        }
    }

    private @Nullable ThreadActor findBusy() {
        return registry.loaded().stream()
                .filter(ThreadActor::isBusy)
                .findFirst()
                .orElse(null);
    }

    /** Interrupts every turn, waits until its end is written, and closes all threads; later requests find none loaded. */
    public void close() throws InterruptedException {
        List<Thread> closers = registry.loaded().stream()
                .map(actor ->
                        Thread.ofVirtual().name("close-" + actor.threadId()).start(() -> close(actor)))
                .toList();
        for (var closer : closers) {
            closer.join();
        }
    }

    private void close(ThreadActor actor) {
        try {
            closing.stopAndClose(actor, ThreadClosing.Told.NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ThreadStoreException e) {
            throw ThreadErrors.internal("failed to close thread " + actor.threadId() + ": " + e.display());
        }
    }
}
