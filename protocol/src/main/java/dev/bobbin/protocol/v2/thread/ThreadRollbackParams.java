package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;
import dev.bobbin.protocol.wire.WireInt;

/**
 * Parameters of {@code thread/rollback}.
 *
 * @param numTurns how many turns to drop from the end; at least 1
 */
public record ThreadRollbackParams(
        String threadId, @WireInt("u32") long numTurns) implements ThreadScoped {}
