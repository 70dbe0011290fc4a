package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.protocol.v2.approval.ThreadApproveGuardianDeniedActionParams;
import dev.bobbin.protocol.v2.thread.ThreadArchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadBackgroundTerminalsCleanParams;
import dev.bobbin.protocol.v2.thread.ThreadCompactStartParams;
import dev.bobbin.protocol.v2.thread.ThreadDecrementElicitationParams;
import dev.bobbin.protocol.v2.thread.ThreadDeleteParams;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalGetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetParams;
import dev.bobbin.protocol.v2.thread.ThreadIncrementElicitationParams;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsParams;
import dev.bobbin.protocol.v2.thread.ThreadListParams;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListParams;
import dev.bobbin.protocol.v2.thread.ThreadMemoryModeSetParams;
import dev.bobbin.protocol.v2.thread.ThreadMetadataUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadReadParams;
import dev.bobbin.protocol.v2.thread.ThreadResumeParams;
import dev.bobbin.protocol.v2.thread.ThreadRollbackParams;
import dev.bobbin.protocol.v2.thread.ThreadSearchParams;
import dev.bobbin.protocol.v2.thread.ThreadSetNameParams;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadShellCommandParams;
import dev.bobbin.protocol.v2.thread.ThreadStartParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListParams;
import dev.bobbin.protocol.v2.thread.ThreadUnarchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeParams;

/** Threads and their history: {@code thread/*}. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface ThreadService extends Service {
    default void threadStart(ThreadStartParams params) {
        router().run(ThreadMethods.THREAD_START, params);
    }

    default void threadResume(ThreadResumeParams params) {
        router().run(ThreadMethods.THREAD_RESUME, params);
    }

    default void threadFork(ThreadForkParams params) {
        router().run(ThreadMethods.THREAD_FORK, params);
    }

    default void threadArchive(ThreadArchiveParams params) {
        router().run(ThreadMethods.THREAD_ARCHIVE, params);
    }

    default void threadUnsubscribe(ThreadUnsubscribeParams params) {
        router().run(ThreadMethods.THREAD_UNSUBSCRIBE, params);
    }

    default void threadIncrementElicitation(ThreadIncrementElicitationParams params) {
        router().run(ThreadMethods.THREAD_INCREMENT_ELICITATION, params);
    }

    default void threadDecrementElicitation(ThreadDecrementElicitationParams params) {
        router().run(ThreadMethods.THREAD_DECREMENT_ELICITATION, params);
    }

    default void threadNameSet(ThreadSetNameParams params) {
        router().run(ThreadMethods.THREAD_NAME_SET, params);
    }

    default void threadGoalSet(ThreadGoalSetParams params) {
        router().run(ThreadMethods.THREAD_GOAL_SET, params);
    }

    default void threadGoalGet(ThreadGoalGetParams params) {
        router().run(ThreadMethods.THREAD_GOAL_GET, params);
    }

    default void threadGoalClear(ThreadGoalClearParams params) {
        router().run(ThreadMethods.THREAD_GOAL_CLEAR, params);
    }

    default void threadMetadataUpdate(ThreadMetadataUpdateParams params) {
        router().run(ThreadMethods.THREAD_METADATA_UPDATE, params);
    }

    default void threadSettingsUpdate(ThreadSettingsUpdateParams params) {
        router().run(ThreadMethods.THREAD_SETTINGS_UPDATE, params);
    }

    default void threadMemoryModeSet(ThreadMemoryModeSetParams params) {
        router().run(ThreadMethods.THREAD_MEMORY_MODE_SET, params);
    }

    default void threadUnarchive(ThreadUnarchiveParams params) {
        router().run(ThreadMethods.THREAD_UNARCHIVE, params);
    }

    default void threadCompactStart(ThreadCompactStartParams params) {
        router().run(ThreadMethods.THREAD_COMPACT_START, params);
    }

    default void threadShellCommand(ThreadShellCommandParams params) {
        router().run(ThreadMethods.THREAD_SHELL_COMMAND, params);
    }

    default void threadApproveGuardianDeniedAction(ThreadApproveGuardianDeniedActionParams params) {
        router().run(ThreadMethods.THREAD_APPROVE_GUARDIAN_DENIED_ACTION, params);
    }

    default void threadBackgroundTerminalsClean(ThreadBackgroundTerminalsCleanParams params) {
        router().run(ThreadMethods.THREAD_BACKGROUND_TERMINALS_CLEAN, params);
    }

    default void threadRollback(ThreadRollbackParams params) {
        router().run(ThreadMethods.THREAD_ROLLBACK, params);
    }

    default void threadList(ThreadListParams params) {
        router().run(ThreadMethods.THREAD_LIST, params);
    }

    default void threadSearch(ThreadSearchParams params) {
        router().run(ThreadMethods.THREAD_SEARCH, params);
    }

    default void threadLoadedList(ThreadLoadedListParams params) {
        router().run(ThreadMethods.THREAD_LOADED_LIST, params);
    }

    default void threadRead(ThreadReadParams params) {
        router().run(ThreadMethods.THREAD_READ, params);
    }

    default void threadTurnsList(ThreadTurnsListParams params) {
        router().run(ThreadMethods.THREAD_TURNS_LIST, params);
    }

    default void threadTurnsItemsList(ThreadTurnsItemsListParams params) {
        router().run(ThreadMethods.THREAD_TURNS_ITEMS_LIST, params);
    }

    default void threadInjectItems(ThreadInjectItemsParams params) {
        router().run(ThreadMethods.THREAD_INJECT_ITEMS, params);
    }

    default void threadDelete(ThreadDeleteParams params) {
        router().run(ThreadMethods.THREAD_DELETE, params);
    }
}
