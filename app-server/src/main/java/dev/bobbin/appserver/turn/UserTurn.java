package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ContextUpdate;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.protocol.v2.turn.AdditionalContextEntry;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A turn that answers the user: asks the model until it calls no more tools and nothing came to steer it. */
final class UserTurn {
    private final TurnScope turn;
    private final Sampler sampler;
    private final Compaction compaction;
    private final ToolRegistry tools;

    UserTurn(TurnScope turn, Sampler sampler, Compaction compaction, ToolRegistry tools) {
        this.turn = turn;
        this.sampler = sampler;
        this.compaction = compaction;
        this.tools = tools;
    }

    /** Answers what the user said. */
    TurnOutcome run(TurnInput.User input) throws ModelException, TurnCancelled, InterruptedException {
        return run((lines, notes) -> {
            addLent(input.additionalContext(), lines);
            var cwd = turn.settings().cwd();
            new UserMessage(input.input(), input.clientUserMessageId(), cwd).add(turn, lines, notes);
        });
    }

    /** Goes on towards the thread's goal. */
    TurnOutcome run(TurnInput.Goal goal) throws ModelException, TurnCancelled, InterruptedException {
        return run((lines, _) -> add(goal.told(), lines));
    }

    /** Adds what the turn is about to the conversation, and to what is to be stored and shown. */
    private interface Opening {
        void add(List<RolloutItem> lines, List<EncodedNotification> notes);
    }

    private TurnOutcome run(Opening opening) throws ModelException, TurnCancelled, InterruptedException {
        if (compaction.isDue(turn)) {
            compaction.run(turn, false);
        }
        begin(opening);
        var steered = turn.host().takeSteered();
        String lastMessage = null;
        while (true) {
            add(steered);
            var answer = sampler.sample(turn);
            tools.answered(turn);
            lastMessage = answer.lastMessage() == null ? lastMessage : answer.lastMessage();
            steered = answer.isToBeContinued()
                    ? turn.host().takeSteered()
                    : turn.host().takeSteeredOrClose();
            if (!answer.isToBeContinued() && steered.isEmpty()) {
                return new TurnOutcome.Completed(lastMessage, turn.timeToFirstTokenMs());
            }
            if (compaction.isDue(turn)) {
                compaction.run(turn, true);
            }
        }
    }

    /** Brings the model up to the turn's settings and adds what the turn is about, in one write. */
    private void begin(Opening opening) {
        var context = turn.context();
        var update = ContextUpdate.of(turn.settings(), turn.turnId(), context.baseline(), turn.clock());
        var lines = new ArrayList<RolloutItem>();
        for (var item : update.items()) {
            context.append(item);
            lines.add(new ResponseItem(item));
        }
        lines.add(update.turnContext());
        context.baseline(update.turnContext());
        var notes = new ArrayList<EncodedNotification>(2);
        opening.add(lines, notes);
        turn.commit(lines, notes);
    }

    /** What the model was lent before and still has is not repeated. */
    private void addLent(Map<String, AdditionalContextEntry> lent, List<RolloutItem> lines) {
        lent.forEach((name, entry) -> {
            var item = switch (entry.kind()) {
                case UNTRUSTED -> ResponseItems.userText(tagged("external_" + name, entry.value()));
                case APPLICATION -> ResponseItems.developerTexts(List.of(tagged(name, entry.value())));
            };
            if (!turn.context().items().contains(item)) {
                add(item, lines);
            }
        });
    }

    private void add(RawJson item, List<RolloutItem> lines) {
        turn.context().append(item);
        lines.add(new ResponseItem(item));
    }

    private static String tagged(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    private void add(List<SteeredInput> steered) {
        if (steered.isEmpty()) {
            return;
        }
        var lines = new ArrayList<RolloutItem>();
        var notes = new ArrayList<EncodedNotification>();
        var cwd = turn.settings().cwd();
        for (var input : steered) {
            switch (input) {
                case SteeredInput.Said said ->
                    new UserMessage(said.input(), said.clientUserMessageId(), cwd).add(turn, lines, notes);
                case SteeredInput.Told told -> add(told.item(), lines);
            }
        }
        turn.commit(lines, notes);
    }
}
