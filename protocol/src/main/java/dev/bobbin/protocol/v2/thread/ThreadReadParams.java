package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.ThreadScoped;

/**
 * Parameters of {@code thread/read}, which leaves the thread unloaded.
 *
 * @param includeTurns whether to return turns and their items
 */
public record ThreadReadParams(String threadId, @Defaulted boolean includeTurns) implements ThreadScoped {}
