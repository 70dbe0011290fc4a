package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** The few facts about an app that a plugin's page shows. */
public record AppSummary(
        String id,
        String name,
        @Nullable String description,
        @Nullable String installUrl,
        boolean needsAuth) {}
