package dev.bobbin.protocol.v2.thread;

import org.jspecify.annotations.Nullable;

/** The commit, branch and origin a thread began on. */
public record GitInfo(
        @Nullable String sha,
        @Nullable String branch,
        @Nullable String originUrl) {}
