package dev.bobbin.protocol.v1;

import dev.bobbin.protocol.v2.thread.SessionSource;
import org.jspecify.annotations.Nullable;

/** A stored thread as the older API lists it. */
public record ConversationSummary(
        String conversationId,
        String path,
        String preview,
        @Nullable String timestamp,
        @Nullable String updatedAt,
        String modelProvider,
        String cwd,
        String cliVersion,
        SessionSource source,
        @Nullable ConversationGitInfo gitInfo) {}
