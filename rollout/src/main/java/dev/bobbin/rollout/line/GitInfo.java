package dev.bobbin.rollout.line;

import org.jspecify.annotations.Nullable;

/** Where a repository stood. */
public record GitInfo(
        @Nullable String commitHash,
        @Nullable String branch,
        @Nullable String repositoryUrl) {}
