package dev.bobbin.appserver.turn;

import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.review.ReviewTarget;
import dev.bobbin.protocol.v2.turn.AdditionalContextEntry;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a turn is to do. */
public sealed interface TurnInput {
    /**
     * Answer the user.
     *
     * @param clientUserMessageId the client's own id for the message
     * @param additionalContext what the client lends beside it, by name
     */
    record User(
            List<UserInput> input,
            @Nullable String clientUserMessageId,
            Map<String, AdditionalContextEntry> additionalContext)
            implements TurnInput {
        /** Nothing is lent beside the message. */
        public User(List<UserInput> input, @Nullable String clientUserMessageId) {
            this(input, clientUserMessageId, Map.of());
        }
    }

    /**
     * Go on towards the thread's goal.
     *
     * @param told what the model is told; clients do not see it
     */
    record Goal(RawJson told) implements TurnInput {}

    /** Sum the conversation up. */
    record Compact() implements TurnInput {}

    /**
     * Review code changes. The owner commits {@link ReviewOpening} before its own {@code task_started}.
     */
    record Review(ReviewTarget target) implements TurnInput {}

    /** Run a command that the user typed. */
    record UserShell(String command) implements TurnInput {}
}
