package dev.bobbin.appserver.turn;

import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn is given while it runs. */
public sealed interface SteeredInput {
    /**
     * What the user adds.
     *
     * @param clientUserMessageId the client's own id for the message
     */
    record Said(List<UserInput> input, @Nullable String clientUserMessageId) implements SteeredInput {}

    /** What the server tells the model; clients do not see it. */
    record Told(RawJson item) implements SteeredInput {}
}
