package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.Answer;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.appserver.turn.SteeredInput;
import dev.bobbin.appserver.turn.TurnHost;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.rollout.line.RolloutItem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a running turn sees of its thread: each call becomes a command of the thread's owner. */
final class TurnBridge implements TurnHost {
    private final ThreadActor actor;
    private final RunningTurn turn;
    private final ThreadContext context;
    private final GoalDesk goals;
    private final @Nullable Duration deadline;

    /** @param deadline how long a question for approval waits; null for ever */
    TurnBridge(
            ThreadActor actor, RunningTurn turn, ThreadContext context, GoalDesk goals, @Nullable Duration deadline) {
        this.actor = actor;
        this.turn = turn;
        this.context = context;
        this.goals = goals;
        this.deadline = deadline;
    }

    @Override
    public ThreadContext context() {
        return context;
    }

    @Override
    public void commit(List<RolloutItem> lines, List<EncodedNotification> notes) {
        actor.call(thread -> {
            thread.commit(lines, notes);
            return true;
        });
    }

    @Override
    public void deltas(EncodedNotification note) {
        actor.tell(thread -> thread.show(note));
    }

    @Override
    public GoalDesk goals() {
        return goals;
    }

    @Override
    public List<SteeredInput> takeSteered() {
        return Objects.requireNonNull(actor.call(_ -> turn.takeSteered()));
    }

    @Override
    public List<SteeredInput> takeSteeredOrClose() {
        return Objects.requireNonNull(actor.call(_ -> turn.takeSteeredOrClose()));
    }

    @Override
    public <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws InterruptedException, AskRefused {
        var question = new OpenQuestions.Question<>(method, params, kind, actor);
        actor.call(thread -> {
            thread.questions().ask(question);
            return true;
        });
        if (deadline != null && kind == AskKind.APPROVAL && !question.ticket().await(deadline)) {
            var isLate = actor.call(thread -> thread.questions().expire(question, deadline));
            if (Boolean.TRUE.equals(isLate)) {
                throw new AskRefused(AskRefused.Reason.LATE, "nobody answered within " + deadline.toSeconds() + " s");
            }
        }
        return switch (Objects.requireNonNull(question.ticket().await())) {
            case Answer.Result<R> result -> result.value();
            case Answer.Refused<R> refused ->
                throw new AskRefused(AskRefused.Reason.ERROR, refused.error().message());
            case Answer.Rubbish<R> rubbish -> throw new AskRefused(AskRefused.Reason.MALFORMED, rubbish.why());
            case Answer.Gone<R> _ -> throw new AskRefused(AskRefused.Reason.GONE, "the client has gone");
        };
    }
}
