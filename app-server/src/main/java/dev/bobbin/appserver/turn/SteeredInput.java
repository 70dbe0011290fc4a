package dev.bobbin.appserver.turn;

import dev.bobbin.protocol.v2.item.UserInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user adds while a turn runs.
 *
 * @param clientUserMessageId the client's own id for the message
 */
public record SteeredInput(List<UserInput> input, @Nullable String clientUserMessageId) {}
