package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.context.TurnSettings;
import java.time.Instant;

/**
 * A turn to be run.
 *
 * @param turnId the id that clients know it by
 * @param startedAt when its owner began it
 */
public record TurnTask(String threadId, String turnId, TurnInput input, TurnSettings settings, Instant startedAt) {}
