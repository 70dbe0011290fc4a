package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ContextUpdate;
import dev.bobbin.appserver.context.Prompts;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.UserTexts;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.notice.WarningNotification;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;

/** Replaces a conversation that has grown long by the user's messages and a summary that the model writes. */
final class Compaction {
    private static final String WARNING =
            "Heads up: Long threads and multiple compactions can cause the model to be less"
                    + " accurate. Start a new thread when possible to keep threads small and targeted.";

    /** Usual text has about four; images have more, but are not what makes a conversation many times too long. */
    private static final int BYTES_PER_TOKEN = 6;

    private final ModelClient model;
    private final Retries retries;

    Compaction(ModelClient model, Retries retries) {
        this.model = model;
        this.retries = retries;
    }

    /** Whether the conversation has grown so long that it should be summed up before the model is asked again. */
    boolean isDue(TurnScope turn) {
        var limit = turn.settings().compactionLimit();
        return limit != null && turn.context().tokensInContext() >= limit;
    }

    /** @param isMidTurn whether the turn goes on, so that the model must be told its settings again at once */
    void run(TurnScope turn, boolean isMidTurn) throws ModelException, InterruptedException {
        var item = new ThreadItem.ContextCompaction(RandomIds.uuidV4());
        turn.delta(turn.started(item));
        var summary = Prompts.SUMMARY_PREAMBLE.text() + "\n" + summarise(turn);
        var context = turn.context();
        var lines = new ArrayList<RolloutItem>();
        var replacement = UserTexts.replacement(context.items(), summary);
        if (isMidTurn) {
            var update = ContextUpdate.of(turn.settings(), turn.turnId(), null, turn.clock());
            replacement.addAll(Math.max(0, replacement.size() - 2), update.items());
            context.replace(replacement);
            context.baseline(update.turnContext());
            lines.add(new Compacted(summary, replacement));
            lines.add(update.turnContext());
        } else {
            context.replace(replacement);
            lines.add(new Compacted(summary, replacement));
        }
        context.reestimate(turn.settings().baseInstructions(), turn.settings().modelContextWindow());
        var notes = new ArrayList<EncodedNotification>(3);
        turn.addUsage(lines, notes);
        lines.add(new RolloutEvent.ContextCompacted());
        notes.add(turn.completed(item));
        notes.add(EncodedNotification.of(Notifications.WARNING, new WarningNotification(turn.threadId(), WARNING)));
        turn.commit(lines, notes);
    }

    /** Where even the request is too long, it is repeated without the oldest items. */
    private String summarise(TurnScope turn) throws ModelException, InterruptedException {
        var prompt = turn.settings().config().instructions().compactPrompt();
        var request = ResponseItems.userText(prompt == null ? Prompts.COMPACT.text() : prompt);
        var items = List.copyOf(turn.context().items());
        var left = items.stream().mapToLong(RawJson::length).sum();
        var skipped = 0;
        for (var attempt = 1; ; attempt++) {
            var answer = new Summary(turn);
            try {
                model.stream(Requests.of(turn, input(items, skipped, request), List.of()), answer);
                return answer.text();
            } catch (ModelException e) {
                if (e.info() instanceof CodexErrorInfo.ContextWindowExceeded && skipped < items.size() - 1) {
                    var goal = left - beyond(turn, left);
                    do {
                        left -= items.get(skipped).length();
                        skipped++;
                    } while (left > goal && skipped < items.size() - 1);
                    attempt = 0;
                } else {
                    retries.pause(turn, e, attempt);
                }
            }
        }
    }

    /** How much to leave out next of so many bytes: a quarter of what is far too long, else as little as can be. */
    private static long beyond(TurnScope turn, long bytes) {
        var window = turn.settings().modelContextWindow();
        return window != null && bytes / BYTES_PER_TOKEN > window ? bytes / 4 : 1;
    }

    private static List<RawJson> input(List<RawJson> items, int skipped, RawJson request) {
        var input = new ArrayList<>(ThreadContext.of(items.subList(skipped, items.size()), null, null)
                .input());
        input.add(request);
        return input;
    }

    /** The answer that brings the summary. It is stored like any answer, but not shown. */
    private static final class Summary implements ModelEventSink {
        private final TurnScope turn;
        private boolean isOpen;
        private String text = "";

        Summary(TurnScope turn) {
            this.turn = turn;
        }

        @Override
        public void accept(ModelEvent event) {
            if (!isOpen && !(event instanceof ModelEvent.RateLimits)) {
                isOpen = true;
                turn.reportUsage();
            }
            switch (event) {
                case ModelEvent.RateLimits limits -> turn.context().rateLimits(RateLimits.stored(limits.report()));
                case ModelEvent.ItemDone done -> {
                    var stored = ResponseItems.stored(done.item());
                    if (stored != null) {
                        turn.commit(List.of(new ResponseItem(stored)), List.of());
                    }
                    if (done.item().path("type").asText().equals("message")) {
                        text = ResponseItems.spokenText(done.item());
                    }
                }
                case ModelEvent.Completed completed -> {
                    if (completed.usage() != null) {
                        turn.context().spent(completed.usage(), turn.settings().modelContextWindow());
                    }
                    turn.reportUsage();
                }
                case ModelEvent.Created _,
                        ModelEvent.ItemAdded _,
                        ModelEvent.TextDelta _,
                        ModelEvent.ReasoningSummaryPartAdded _,
                        ModelEvent.ReasoningSummaryDelta _,
                        ModelEvent.ReasoningTextDelta _,
                        ModelEvent.ToolInputDelta _ -> {}
            }
        }

        String text() {
            return text.isBlank() ? "(no summary available)" : text;
        }
    }
}
