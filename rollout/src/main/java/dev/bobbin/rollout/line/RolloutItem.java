package dev.bobbin.rollout.line;

/** What one line of a rollout says. */
public sealed interface RolloutItem
        permits SessionMeta, TurnContext, ResponseItem, Compacted, RolloutEvent, BobbinRecord, UnknownItem {}
