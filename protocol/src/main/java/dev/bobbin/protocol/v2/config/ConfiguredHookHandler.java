package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** What a hook runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConfiguredHookHandler.Command.class, name = "command"),
    @JsonSubTypes.Type(value = ConfiguredHookHandler.Prompt.class, name = "prompt"),
    @JsonSubTypes.Type(value = ConfiguredHookHandler.Agent.class, name = "agent"),
})
public sealed interface ConfiguredHookHandler {
    /** The {@code command} form. */
    record Command(
            String command,
            @Nullable String commandWindows,
            @WireInt("u64") @Nullable Long timeoutSec,
            boolean async,
            @Nullable String statusMessage)
            implements ConfiguredHookHandler {}

    /** The {@code prompt} form. */
    record Prompt() implements ConfiguredHookHandler {}

    /** The {@code agent} form. */
    record Agent() implements ConfiguredHookHandler {}
}
