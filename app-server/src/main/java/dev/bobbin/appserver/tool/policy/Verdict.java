package dev.bobbin.appserver.tool.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about a command. */
public sealed interface Verdict {
    /**
     * It runs without a question.
     *
     * @param unfenced whether the user's rules let it run outside of the sandbox
     * @param amendment the beginning to offer to allow for good, should the sandbox turn out to be in the way
     */
    record Run(boolean unfenced, @Nullable List<String> amendment) implements Verdict {}

    /**
     * The user is asked first.
     *
     * @param reason why, where a rule says so
     * @param amendment the beginning to offer to allow for good
     */
    record Ask(@Nullable String reason, @Nullable List<String> amendment) implements Verdict {}

    /** It does not run, for this reason. */
    record Refuse(String reason) implements Verdict {}
}
