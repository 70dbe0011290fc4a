package dev.bobbin.appserver.context;

import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.rollout.line.RawJson;

/** What a model is told of its thread's goal, in the user's name. Clients do not see it; the peer knows it by its tag. */
public final class GoalTexts {
    /** How such a message begins. */
    static final String OPENING = "<codex_internal_context";

    private GoalTexts() {}

    /** Opens a turn in which the model goes on by itself. */
    public static RawJson goOn(ThreadGoal goal) {
        return item(Prompts.GOAL_GO_ON, goal);
    }

    /** Nothing is left of the budget. */
    public static RawJson budgetSpent(ThreadGoal goal) {
        return item(Prompts.GOAL_BUDGET_SPENT, goal);
    }

    /** The user has changed what is to be achieved. */
    public static RawJson otherObjective(ThreadGoal goal) {
        return item(Prompts.GOAL_CHANGED, goal);
    }

    private static RawJson item(Prompts prompt, ThreadGoal goal) {
        var budget = goal.tokenBudget();
        var text = prompt.text()
                .replace("{seconds}", Long.toString(goal.timeUsedSeconds()))
                .replace("{tokens}", Long.toString(goal.tokensUsed()))
                .replace("{budget}", budget == null ? "no limit" : budget + " tokens")
                .replace("{objective}", XmlText.escaped(goal.objective()));
        return ResponseItems.userText(OPENING + " source=\"goal\">\n" + text + "\n</codex_internal_context>");
    }
}
