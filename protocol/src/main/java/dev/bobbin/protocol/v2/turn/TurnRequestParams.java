package dev.bobbin.protocol.v2.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.item.UserInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code turn/start} and {@code turn/run} have in common: what the user says, and with which settings. */
public interface TurnRequestParams extends TurnSettingsParams {
    @Nullable
    String clientUserMessageId();

    List<UserInput> input();

    @Nullable
    Map<String, AdditionalContextEntry> additionalContext();

    @Nullable
    JsonNode outputSchema();
}
