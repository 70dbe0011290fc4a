package dev.bobbin.protocol.v2.config;

import org.jspecify.annotations.Nullable;

/** A session of another agent that can be taken over. */
public record SessionMigration(
        String path, String cwd, @Nullable String title) {}
