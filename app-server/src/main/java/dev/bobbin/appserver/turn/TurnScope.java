package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ItemStartedNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.thread.ThreadTokenUsageUpdatedNotification;
import dev.bobbin.protocol.v2.turn.ErrorNotification;
import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.protocol.v2.turn.TokenUsageBreakdown;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One running turn: what it is, where it stores and shows, and the notifications that carry its ids. */
final class TurnScope implements ToolContext {
    private final TurnTask task;
    private final TurnHost host;
    private final Clock clock;

    private @Nullable Long timeToFirstTokenMs;

    TurnScope(TurnTask task, TurnHost host, Clock clock) {
        this.task = task;
        this.host = host;
        this.clock = clock;
    }

    /** The same turn, storing and showing elsewhere. */
    TurnScope with(TurnHost otherHost, TurnSettings settings) {
        var other = new TurnTask(task.threadId(), task.turnId(), task.input(), settings, task.startedAt());
        return new TurnScope(other, otherHost, clock);
    }

    TurnHost host() {
        return host;
    }

    ThreadContext context() {
        return host.context();
    }

    @Override
    public String threadId() {
        return task.threadId();
    }

    @Override
    public String turnId() {
        return task.turnId();
    }

    @Override
    public TurnSettings settings() {
        return task.settings();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public GoalDesk goals() {
        return host.goals();
    }

    @Override
    public void commit(List<RolloutItem> lines, List<EncodedNotification> notes) {
        host.commit(lines, notes);
    }

    @Override
    public void delta(EncodedNotification note) {
        host.deltas(note);
    }

    @Override
    public <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws AskRefused, InterruptedException {
        return host.ask(method, params, kind);
    }

    EncodedNotification started(ThreadItem item) {
        return EncodedNotification.of(
                Notifications.ITEM_STARTED, new ItemStartedNotification(item, threadId(), turnId(), clock.millis()));
    }

    EncodedNotification completed(ThreadItem item) {
        return EncodedNotification.of(
                Notifications.ITEM_COMPLETED,
                new ItemCompletedNotification(item, threadId(), turnId(), clock.millis()));
    }

    EncodedNotification retrying(TurnError error) {
        return EncodedNotification.of(Notifications.ERROR, new ErrorNotification(error, true, threadId(), turnId()));
    }

    /** Notes that something came from the model; only the first time counts. */
    void heardFromModel() {
        if (timeToFirstTokenMs == null) {
            timeToFirstTokenMs =
                    Duration.between(task.startedAt(), clock.instant()).toMillis();
        }
    }

    @Nullable
    Long timeToFirstTokenMs() {
        return timeToFirstTokenMs;
    }

    /** Stores and shows what has been spent so far. */
    void reportUsage() {
        var lines = new ArrayList<RolloutItem>(1);
        var notes = new ArrayList<EncodedNotification>(1);
        addUsage(lines, notes);
        commit(lines, notes);
    }

    /** Adds the line and, if anything is known, the notification about what has been spent so far. */
    void addUsage(List<RolloutItem> lines, List<EncodedNotification> notes) {
        var usage = context().usage();
        lines.add(new RolloutEvent.TokenCount(usage, context().rateLimits()));
        if (usage != null) {
            notes.add(EncodedNotification.of(
                    Notifications.THREAD_TOKEN_USAGE_UPDATED,
                    new ThreadTokenUsageUpdatedNotification(threadId(), turnId(), shown(usage))));
        }
    }

    private static ThreadTokenUsage shown(TokenUsageInfo usage) {
        return new ThreadTokenUsage(shown(usage.total()), shown(usage.last()), usage.modelContextWindow());
    }

    private static TokenUsageBreakdown shown(TokenUsage usage) {
        return new TokenUsageBreakdown(
                usage.totalTokens(),
                usage.inputTokens(),
                usage.cachedInputTokens(),
                usage.outputTokens(),
                usage.reasoningOutputTokens());
    }
}
