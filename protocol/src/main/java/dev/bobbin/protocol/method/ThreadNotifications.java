package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.approval.ServerRequestResolvedNotification;
import dev.bobbin.protocol.v2.hook.HookCompletedNotification;
import dev.bobbin.protocol.v2.hook.HookStartedNotification;
import dev.bobbin.protocol.v2.thread.ContextCompactedNotification;
import dev.bobbin.protocol.v2.thread.ThreadArchivedNotification;
import dev.bobbin.protocol.v2.thread.ThreadClosedNotification;
import dev.bobbin.protocol.v2.thread.ThreadDeletedNotification;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearedNotification;
import dev.bobbin.protocol.v2.thread.ThreadGoalUpdatedNotification;
import dev.bobbin.protocol.v2.thread.ThreadNameUpdatedNotification;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdatedNotification;
import dev.bobbin.protocol.v2.thread.ThreadStartedNotification;
import dev.bobbin.protocol.v2.thread.ThreadStatusChangedNotification;
import dev.bobbin.protocol.v2.thread.ThreadTokenUsageUpdatedNotification;
import dev.bobbin.protocol.v2.thread.ThreadUnarchivedNotification;
import dev.bobbin.protocol.v2.turn.ErrorNotification;
import dev.bobbin.protocol.v2.turn.TurnCompletedNotification;
import dev.bobbin.protocol.v2.turn.TurnDiffUpdatedNotification;
import dev.bobbin.protocol.v2.turn.TurnPlanUpdatedNotification;
import dev.bobbin.protocol.v2.turn.TurnStartedNotification;
import org.jspecify.annotations.Nullable;

/** What happens to threads and turns. */
public interface ThreadNotifications {
    /** {@code error} */
    Notification<ErrorNotification> ERROR = new Notification<>("error", ErrorNotification.class);

    /** {@code thread/started} */
    Notification<ThreadStartedNotification> THREAD_STARTED =
            new Notification<>("thread/started", ThreadStartedNotification.class);

    /** {@code thread/status/changed} */
    Notification<ThreadStatusChangedNotification> THREAD_STATUS_CHANGED =
            new Notification<>("thread/status/changed", ThreadStatusChangedNotification.class);

    /** {@code thread/archived} */
    Notification<ThreadArchivedNotification> THREAD_ARCHIVED =
            new Notification<>("thread/archived", ThreadArchivedNotification.class);

    /** {@code thread/unarchived} */
    Notification<ThreadUnarchivedNotification> THREAD_UNARCHIVED =
            new Notification<>("thread/unarchived", ThreadUnarchivedNotification.class);

    /** {@code thread/closed} */
    Notification<ThreadClosedNotification> THREAD_CLOSED =
            new Notification<>("thread/closed", ThreadClosedNotification.class);

    /** {@code thread/name/updated} */
    Notification<ThreadNameUpdatedNotification> THREAD_NAME_UPDATED =
            new Notification<>("thread/name/updated", ThreadNameUpdatedNotification.class);

    /** {@code thread/goal/updated} */
    Notification<ThreadGoalUpdatedNotification> THREAD_GOAL_UPDATED =
            new Notification<>("thread/goal/updated", ThreadGoalUpdatedNotification.class);

    /** {@code thread/goal/cleared} */
    Notification<ThreadGoalClearedNotification> THREAD_GOAL_CLEARED =
            new Notification<>("thread/goal/cleared", ThreadGoalClearedNotification.class);

    /** {@code thread/settings/updated} */
    Notification<ThreadSettingsUpdatedNotification> THREAD_SETTINGS_UPDATED =
            new Notification<>("thread/settings/updated", ThreadSettingsUpdatedNotification.class);

    /** {@code thread/tokenUsage/updated} */
    Notification<ThreadTokenUsageUpdatedNotification> THREAD_TOKEN_USAGE_UPDATED =
            new Notification<>("thread/tokenUsage/updated", ThreadTokenUsageUpdatedNotification.class);

    /** {@code turn/started} */
    Notification<TurnStartedNotification> TURN_STARTED =
            new Notification<>("turn/started", TurnStartedNotification.class);

    /** {@code hook/started} */
    Notification<HookStartedNotification> HOOK_STARTED =
            new Notification<>("hook/started", HookStartedNotification.class);

    /** {@code turn/completed} */
    Notification<TurnCompletedNotification> TURN_COMPLETED =
            new Notification<>("turn/completed", TurnCompletedNotification.class);

    /** {@code hook/completed} */
    Notification<HookCompletedNotification> HOOK_COMPLETED =
            new Notification<>("hook/completed", HookCompletedNotification.class);

    /** {@code turn/diff/updated} */
    Notification<TurnDiffUpdatedNotification> TURN_DIFF_UPDATED =
            new Notification<>("turn/diff/updated", TurnDiffUpdatedNotification.class);

    /** {@code turn/plan/updated} */
    Notification<TurnPlanUpdatedNotification> TURN_PLAN_UPDATED =
            new Notification<>("turn/plan/updated", TurnPlanUpdatedNotification.class);

    /** {@code serverRequest/resolved} */
    Notification<ServerRequestResolvedNotification> SERVER_REQUEST_RESOLVED =
            new Notification<>("serverRequest/resolved", ServerRequestResolvedNotification.class);

    /** {@code thread/compacted} */
    Notification<ContextCompactedNotification> THREAD_COMPACTED =
            new Notification<>("thread/compacted", ContextCompactedNotification.class);

    /** {@code thread/deleted} */
    Notification<ThreadDeletedNotification> THREAD_DELETED =
            new Notification<>("thread/deleted", ThreadDeletedNotification.class);

    /** The row with this wire name, or null. */
    static @Nullable Notification<?> named(String name) {
        return switch (name) {
            case "error" -> ERROR;
            case "thread/started" -> THREAD_STARTED;
            case "thread/status/changed" -> THREAD_STATUS_CHANGED;
            case "thread/archived" -> THREAD_ARCHIVED;
            case "thread/unarchived" -> THREAD_UNARCHIVED;
            case "thread/closed" -> THREAD_CLOSED;
            case "thread/name/updated" -> THREAD_NAME_UPDATED;
            case "thread/goal/updated" -> THREAD_GOAL_UPDATED;
            case "thread/goal/cleared" -> THREAD_GOAL_CLEARED;
            case "thread/settings/updated" -> THREAD_SETTINGS_UPDATED;
            case "thread/tokenUsage/updated" -> THREAD_TOKEN_USAGE_UPDATED;
            case "turn/started" -> TURN_STARTED;
            case "hook/started" -> HOOK_STARTED;
            case "turn/completed" -> TURN_COMPLETED;
            case "hook/completed" -> HOOK_COMPLETED;
            case "turn/diff/updated" -> TURN_DIFF_UPDATED;
            case "turn/plan/updated" -> TURN_PLAN_UPDATED;
            case "serverRequest/resolved" -> SERVER_REQUEST_RESOLVED;
            case "thread/compacted" -> THREAD_COMPACTED;
            case "thread/deleted" -> THREAD_DELETED;
            default -> null;
        };
    }
}
