package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v1.ConversationGitInfo;
import dev.bobbin.protocol.v1.ConversationSummary;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.threadstore.StoredThread;

/** Stored threads as older clients see them. */
final class ConversationSummaries {
    private ConversationSummaries() {}

    static ConversationSummary of(StoredThread stored) {
        var git = ThreadViews.git(stored.gitInfo());
        var path = stored.rolloutPath();
        return new ConversationSummary(
                stored.threadId(),
                path == null ? "" : path.toString(),
                stored.preview(),
                RolloutTime.format(stored.createdAt()),
                RolloutTime.format(stored.updatedAt()),
                stored.modelProvider(),
                stored.cwd(),
                stored.cliVersion(),
                ThreadViews.source(stored.source()),
                git == null ? null : new ConversationGitInfo(git.sha(), git.branch(), git.originUrl()));
    }
}
