package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ContextUpdate;
import dev.bobbin.appserver.context.Prompts;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.review.ReviewTarget;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Settings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn that reviews code changes: another conversation looks at them, and what it finds is told to this one.
 */
final class ReviewTurn {
    private static final String INTERRUPTED =
            "Review was interrupted. Please re-run /review and wait for it to complete.";

    /** The id that clients know the message with the findings by. */
    private static final String ANSWER_ID = "review_rollout_assistant";

    private final TurnScope turn;
    private final Sampler sampler;

    ReviewTurn(TurnScope turn, Sampler sampler) {
        this.turn = turn;
        this.sampler = sampler;
    }

    TurnOutcome run(ReviewTarget target) throws ModelException, TurnCancelled, InterruptedException {
        var prompt = prompt(target);
        announce(prompt);
        String answer = null;
        try {
            answer = review(prompt);
        } finally {
            end(answer == null ? null : ReviewOutput.parse(answer));
        }
        return new TurnOutcome.Completed(null, null);
    }

    private @Nullable String review(String prompt) throws ModelException, TurnCancelled, InterruptedException {
        var reviewer = turn.with(new ReviewHost(turn.host()), reviewing(turn.settings()));
        var context = reviewer.context();
        ContextUpdate.of(reviewer.settings(), turn.turnId(), null, turn.clock())
                .items()
                .forEach(context::append);
        context.append(ResponseItems.userText(prompt));
        String lastMessage = null;
        while (true) {
            var answer = sampler.sample(reviewer);
            lastMessage = answer.lastMessage() == null ? lastMessage : answer.lastMessage();
            if (!answer.isToBeContinued()) {
                return lastMessage;
            }
        }
    }

    private static TurnSettings reviewing(TurnSettings settings) {
        var reviewModel = settings.config().reviewModel();
        var model = reviewModel == null ? settings.model() : reviewModel;
        var mode = new CollaborationMode(ModeKind.DEFAULT, new Settings(model, settings.effort(), null));
        return settings.reviewing(model, mode, new AskForApproval.Never(), Prompts.REVIEW_INSTRUCTIONS.text());
    }

    /** Both events are written, as readers of the history count the second as the one that the client saw. */
    private void announce(String prompt) {
        var event = new RolloutEvent.UserMessage(null, prompt, List.of(), null, List.of(), null, RawJson.of("[]"));
        var item = new ThreadItem.UserMessage(RandomIds.uuidV4(), null, List.of(new UserInput.Text(prompt, List.of())));
        turn.commit(List.of(event, event), List.of(turn.started(item), turn.completed(item)));
    }

    /** @param output null if the review came to nothing */
    private void end(@Nullable ReviewOutput output) {
        var shown = output == null ? ReviewOutput.NO_RESPONSE : output.text();
        var said = output == null ? INTERRUPTED : shown;
        var told = ResponseItems.userText(action(output));
        var answered = ResponseItems.assistantText(said);
        turn.context().append(told);
        turn.context().append(answered);
        var lines = new ArrayList<RolloutItem>(4);
        lines.add(new ResponseItem(told));
        lines.add(new RolloutEvent.ExitedReviewMode(output == null ? null : output.stored()));
        lines.add(new ResponseItem(answered));
        lines.add(new RolloutEvent.AgentMessage(said, null, null));
        var exited = new ThreadItem.ExitedReviewMode(turn.turnId(), shown);
        var answer = new ThreadItem.AgentMessage(ANSWER_ID, said, null, null);
        var notes = new ArrayList<EncodedNotification>(4);
        notes.add(turn.started(exited));
        notes.add(turn.completed(exited));
        notes.add(turn.started(answer));
        notes.add(turn.completed(answer));
        turn.commit(lines, notes);
    }

    private static String action(@Nullable ReviewOutput output) {
        var context = output == null
                ? "The user asked for a review of code changes, which ended before it had a result."
                : "The user asked for a review of code changes. These are its findings; the user may ask to resolve some of"
                        + " them.";
        return "<user_action>\n  <context>" + context + "</context>\n  <action>review</action>\n  <results>\n  "
                + (output == null ? "None." : output.text())
                + "\n  </results>\n</user_action>";
    }

    private static String prompt(ReviewTarget target) {
        return switch (target) {
            case ReviewTarget.UncommittedChanges _ ->
                "Review what has been changed but not committed: staged, unstaged and untracked files.";
            case ReviewTarget.BaseBranch base ->
                "Review the changes of the current branch against `" + base.branch()
                        + "`. Find where they part with `git"
                        + " merge-base HEAD " + base.branch()
                        + "`, preferring the branch's upstream if it is ahead, and look"
                        + " at the diff from there.";
            case ReviewTarget.Commit commit ->
                "Review the changes made by commit " + commit.sha()
                        + (commit.title() == null ? "." : " (\"" + commit.title() + "\").");
            case ReviewTarget.Custom custom -> custom.instructions().strip();
        };
    }
}
