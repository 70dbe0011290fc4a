package dev.bobbin.rollout.line;

import java.time.Instant;

/**
 * One line of a rollout.
 *
 * @param timestamp when it was written, not when what it tells happened; milliseconds count
 */
public record RolloutLine(Instant timestamp, RolloutItem item) {}
