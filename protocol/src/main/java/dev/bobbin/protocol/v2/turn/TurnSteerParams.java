package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code turn/steer}: further input for the running turn.
 *
 * @param expectedTurnId the turn that must be running; another one is refused
 */
public record TurnSteerParams(
        String threadId,
        @Nullable String clientUserMessageId,
        List<UserInput> input,
        @Experimental @Nullable Map<String, String> responsesapiClientMetadata,
        @Experimental @Nullable Map<String, AdditionalContextEntry> additionalContext,
        String expectedTurnId)
        implements ThreadScoped {}
