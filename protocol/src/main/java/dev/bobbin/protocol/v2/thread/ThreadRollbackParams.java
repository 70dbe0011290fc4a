package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;
import dev.bobbin.protocol.wire.WireInt;

/** Parameters of {@code thread/rollback}. */
public record ThreadRollbackParams(
        String threadId, @WireInt("u32") long numTurns) implements ThreadScoped {}
