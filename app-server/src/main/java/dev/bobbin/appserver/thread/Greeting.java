package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadTokenUsageUpdatedNotification;

/** What a client is told right after it has resumed or forked a thread. */
final class Greeting {
    private final Goals goals;

    Greeting(Goals goals) {
        this.goals = goals;
    }

    void afterResume(LoadedThread thread, ClientConnection client, boolean turnsExcluded, HistoryReplay history) {
        if (!turnsExcluded) {
            usage(thread.id(), client, history);
        }
        goals.announce(thread);
    }

    /** After a resume that made a new thread. */
    void afterBirth(LoadedThread thread) {
        goals.announce(thread);
    }

    /** What of the thread's permission profile does not count. */
    static void warnOfPermissions(LoadedThread thread) {
        var chosen = thread.settings().permissions();
        if (chosen != null) {
            chosen.warnings().forEach(thread::warn);
        }
    }

    /** The tokens spent so far, if the history says. */
    void usage(String threadId, ClientConnection client, HistoryReplay history) {
        var usage = history.modelContext().lastUsage();
        if (usage != null) {
            var turn = history.usageOwner();
            client.notify(
                    ThreadNotifications.THREAD_TOKEN_USAGE_UPDATED,
                    new ThreadTokenUsageUpdatedNotification(
                            threadId, turn == null ? "" : turn, ThreadViews.usage(usage)));
        }
    }
}
