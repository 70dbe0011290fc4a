package dev.bobbin.protocol.v2.model;

import org.jspecify.annotations.Nullable;

/** The model that follows another, and what to tell the user about it. */
public record ModelUpgradeInfo(
        String model,
        @Nullable String upgradeCopy,
        @Nullable String modelLink,
        @Nullable String migrationMarkdown) {}
