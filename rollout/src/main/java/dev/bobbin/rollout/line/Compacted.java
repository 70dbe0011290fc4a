package dev.bobbin.rollout.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation was summed up.
 *
 * @param message the summary
 * @param replacementHistory the whole context from here on; null in old files, where it is to be rebuilt from the user's
 *     messages and the summary
 */
public record Compacted(String message, @Nullable List<RawJson> replacementHistory) implements RolloutItem {}
