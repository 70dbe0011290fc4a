package dev.bobbin.protocol.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The commit, branch and origin a thread began on, in the older spelling. */
public record ConversationGitInfo(
        @Nullable String sha,
        @Nullable String branch,
        @JsonProperty("origin_url") @Nullable String originUrl) {}
