package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code model/rerouted}. */
public record ModelReroutedNotification(
        String threadId, String turnId, String fromModel, String toModel, ModelRerouteReason reason)
        implements ThreadScoped {}
