package dev.bobbin.rollout.line;

/**
 * Something the model was sent or answered, as the provider spells it.
 *
 * @param json the whole payload with its {@code type}; provider ids are taken out before it gets here
 */
public record ResponseItem(RawJson json) implements RolloutItem {}
