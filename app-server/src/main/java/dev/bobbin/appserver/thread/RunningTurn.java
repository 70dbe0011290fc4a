package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.turn.SteeredInput;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.rollout.line.RawJson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turn that a thread is busy with. All of it belongs to the thread's owner.
 */
final class RunningTurn {
    /**
     * Input that came while the turn ran.
     *
     * @param promisedTurnId the turn id that an overlapping {@code turn/start} was answered with; null for a steer
     */
    record Waiting(SteeredInput input, @Nullable String promisedTurnId) {}

    private final String id;
    private final String begunAs;
    private final TurnInput input;
    private final Instant startedAt;
    private final long startedNanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Reply<TurnInterruptResponse>> interrupters = new ArrayList<>();
    private final List<TurnRunWaiter> runWaiters = new ArrayList<>();
    private final LiveItems items = new LiveItems();
    private final GoalMeter meter = new GoalMeter();
    private @Nullable Thread worker;
    private @Nullable WatchedTurn watched;
    private @Nullable ThreadTokenUsage usage;
    private boolean closed;

    /** @param begunAs the id it is announced and stored by; another one than its own for reviews */
    RunningTurn(String id, String begunAs, TurnInput input, Instant startedAt, long startedNanos) {
        this.id = id;
        this.begunAs = begunAs;
        this.input = input;
        this.startedAt = startedAt;
        this.startedNanos = startedNanos;
    }

    String id() {
        return id;
    }

    String begunAs() {
        return begunAs;
    }

    /** Whether a client may mean this turn by an id. */
    boolean isMeantBy(String named) {
        return named.equals(id) || named.equals(begunAs);
    }

    TurnInput input() {
        return input;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Unix seconds. */
    long startedAtSeconds() {
        return startedAt.getEpochSecond();
    }

    long durationMs(long nowNanos) {
        return (nowNanos - startedNanos) / 1_000_000;
    }

    void runsOn(Thread thread) {
        worker = thread;
    }

    void watchedBy(@Nullable WatchedTurn watching) {
        watched = watching;
    }

    /** Who looks at it from outside; null if nobody. */
    @Nullable
    WatchedTurn watched() {
        return watched;
    }

    /** Asks the turn to stop. It answers by ending. */
    void interrupt() {
        var thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    LiveItems items() {
        return items;
    }

    /** What of the turn counts towards the thread's goal. */
    GoalMeter meter() {
        return meter;
    }

    void used(ThreadTokenUsage latest) {
        meter.note(latest);
        usage = latest;
    }

    @Nullable
    ThreadTokenUsage usage() {
        return usage;
    }

    void enqueue(Waiting input) {
        waiting.add(input);
    }

    /**
     * Has the model told something that clients do not see, if the turn is of a kind that listens, and still does.
     *
     * @return whether it is
     */
    boolean tell(RawJson item) {
        var listens = switch (input) {
            case TurnInput.User _, TurnInput.Goal _ -> !closed;
            case TurnInput.Compact _, TurnInput.Review _, TurnInput.UserShell _ -> false;
        };
        if (listens) {
            enqueue(new Waiting(new SteeredInput.Told(item), null));
        }
        return listens;
    }

    /** Takes what has come in since the last call. */
    List<SteeredInput> takeSteered() {
        var taken = new ArrayList<SteeredInput>(waiting.size());
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next.input());
        }
        return taken;
    }

    /** The same, but when there is nothing, the turn takes no more input from then on. */
    List<SteeredInput> takeSteeredOrClose() {
        closed = waiting.isEmpty();
        return takeSteered();
    }

    /** Takes what the model was to be told, and leaves what clients said. */
    List<RawJson> takeTold() {
        var told = new ArrayList<RawJson>();
        waiting.removeIf(next -> next.input() instanceof SteeredInput.Told(RawJson item) && told.add(item));
        return told;
    }

    /** Whether the turn is past taking input. */
    boolean isClosed() {
        return closed;
    }

    /** Input that came too late for this turn. */
    Deque<Waiting> leftOver() {
        return waiting;
    }

    List<Reply<TurnInterruptResponse>> interrupters() {
        return interrupters;
    }

    List<TurnRunWaiter> runWaiters() {
        return runWaiters;
    }
}
