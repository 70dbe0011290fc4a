package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Announced as {@code turn/plan/updated}. */
public record TurnPlanUpdatedNotification(
        String threadId, String turnId, @Nullable String explanation, List<TurnPlanStep> plan)
        implements ThreadScoped {}
