package dev.bobbin.protocol.v2.turn;

import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code turn/run}, sent when the turn has ended.
 *
 * @param turn the ended turn with all its items
 * @param usage the thread's tokens after the turn; null if the model never told
 * @param error why the turn failed; null if it did not
 * @param timedOut whether the turn was interrupted because its time was up
 */
public record TurnRunResponse(
        Turn turn,
        @Nullable ThreadTokenUsage usage,
        @Nullable TurnError error,
        boolean timedOut) {}
