package dev.bobbin.appserver.tool.goal;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import org.jspecify.annotations.Nullable;

/** What a model is told of a goal: JSON over several lines, as the peer writes it. */
final class GoalText {
    private GoalText() {}

    /** The goal as it stands; null says that there is none. */
    static String of(@Nullable ThreadGoal goal) {
        return text(goal, null);
    }

    /** The goal after the model has said how it stands; a limited one that is reached comes with what it took. */
    static String ended(ThreadGoal goal) {
        var isWorthTelling = goal.tokenBudget() != null || goal.timeUsedSeconds() > 0;
        return text(goal, goal.status() == ThreadGoalStatus.COMPLETE && isWorthTelling ? report(goal) : null);
    }

    private static String text(@Nullable ThreadGoal goal, @Nullable String report) {
        var out = new StringBuilder(512).append("{\n  \"goal\": ");
        if (goal == null) {
            out.append("null");
        } else {
            append(goal, out);
        }
        out.append(",\n  \"remainingTokens\": ").append(goal == null ? null : remaining(goal));
        out.append(",\n  \"completionBudgetReport\": ").append(report == null ? null : quoted(report));
        return out.append("\n}").toString();
    }

    private static void append(ThreadGoal goal, StringBuilder out) {
        out.append("{\n    \"threadId\": ").append(quoted(goal.threadId()));
        out.append(",\n    \"objective\": ").append(quoted(goal.objective()));
        out.append(",\n    \"status\": ").append(quoted(goal.status().wireName()));
        if (goal.tokenBudget() != null) {
            out.append(",\n    \"tokenBudget\": ").append(goal.tokenBudget());
        }
        out.append(",\n    \"tokensUsed\": ").append(goal.tokensUsed());
        out.append(",\n    \"timeUsedSeconds\": ").append(goal.timeUsedSeconds());
        out.append(",\n    \"createdAt\": ").append(goal.createdAt());
        out.append(",\n    \"updatedAt\": ").append(goal.updatedAt()).append("\n  }");
    }

    private static @Nullable Long remaining(ThreadGoal goal) {
        return goal.tokenBudget() == null ? null : Math.max(0, goal.tokenBudget() - goal.tokensUsed());
    }

    private static String report(ThreadGoal goal) {
        var tokens = goal.tokenBudget() == null
                ? goal.tokensUsed() + " tokens"
                : goal.tokensUsed() + " of the " + goal.tokenBudget() + " tokens that were granted";
        return "The goal is on record as reached. It took " + tokens + " and " + goal.timeUsedSeconds()
                + " seconds of work. Close with a short message to the user that says what was achieved, how it was"
                + " checked, and these figures.";
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
