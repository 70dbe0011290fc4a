package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.approval.ThreadApproveGuardianDeniedActionParams;
import dev.bobbin.protocol.v2.approval.ThreadApproveGuardianDeniedActionResponse;
import dev.bobbin.protocol.v2.thread.ThreadArchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadArchiveResponse;
import dev.bobbin.protocol.v2.thread.ThreadBackgroundTerminalsCleanParams;
import dev.bobbin.protocol.v2.thread.ThreadBackgroundTerminalsCleanResponse;
import dev.bobbin.protocol.v2.thread.ThreadCompactStartParams;
import dev.bobbin.protocol.v2.thread.ThreadCompactStartResponse;
import dev.bobbin.protocol.v2.thread.ThreadDecrementElicitationParams;
import dev.bobbin.protocol.v2.thread.ThreadDecrementElicitationResponse;
import dev.bobbin.protocol.v2.thread.ThreadDeleteParams;
import dev.bobbin.protocol.v2.thread.ThreadDeleteResponse;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadForkResponse;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearResponse;
import dev.bobbin.protocol.v2.thread.ThreadGoalGetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalGetResponse;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetResponse;
import dev.bobbin.protocol.v2.thread.ThreadIncrementElicitationParams;
import dev.bobbin.protocol.v2.thread.ThreadIncrementElicitationResponse;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsParams;
import dev.bobbin.protocol.v2.thread.ThreadInjectItemsResponse;
import dev.bobbin.protocol.v2.thread.ThreadListParams;
import dev.bobbin.protocol.v2.thread.ThreadListResponse;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListParams;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListResponse;
import dev.bobbin.protocol.v2.thread.ThreadMemoryModeSetParams;
import dev.bobbin.protocol.v2.thread.ThreadMemoryModeSetResponse;
import dev.bobbin.protocol.v2.thread.ThreadMetadataUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadMetadataUpdateResponse;
import dev.bobbin.protocol.v2.thread.ThreadReadParams;
import dev.bobbin.protocol.v2.thread.ThreadReadResponse;
import dev.bobbin.protocol.v2.thread.ThreadResumeParams;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadRollbackParams;
import dev.bobbin.protocol.v2.thread.ThreadRollbackResponse;
import dev.bobbin.protocol.v2.thread.ThreadSearchParams;
import dev.bobbin.protocol.v2.thread.ThreadSearchResponse;
import dev.bobbin.protocol.v2.thread.ThreadSetNameParams;
import dev.bobbin.protocol.v2.thread.ThreadSetNameResponse;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdateResponse;
import dev.bobbin.protocol.v2.thread.ThreadShellCommandParams;
import dev.bobbin.protocol.v2.thread.ThreadShellCommandResponse;
import dev.bobbin.protocol.v2.thread.ThreadStartParams;
import dev.bobbin.protocol.v2.thread.ThreadStartResponse;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListResponse;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListResponse;
import dev.bobbin.protocol.v2.thread.ThreadUnarchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadUnarchiveResponse;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeParams;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeResponse;
import org.jspecify.annotations.Nullable;

/** Threads and their history: {@code thread/*}. */
public interface ThreadMethods {
    /** {@code thread/start} */
    Method<ThreadStartParams, ThreadStartResponse> THREAD_START =
            Method.of("thread/start", ThreadStartParams.class, ThreadStartResponse.class, LaneRule.UNORDERED);

    /** {@code thread/resume} */
    Method<ThreadResumeParams, ThreadResumeResponse> THREAD_RESUME =
            Method.of("thread/resume", ThreadResumeParams.class, ThreadResumeResponse.class, LaneRule.PATH_OR_THREAD);

    /** {@code thread/fork} */
    Method<ThreadForkParams, ThreadForkResponse> THREAD_FORK =
            Method.of("thread/fork", ThreadForkParams.class, ThreadForkResponse.class, LaneRule.PATH_OR_THREAD);

    /** {@code thread/archive} */
    Method<ThreadArchiveParams, ThreadArchiveResponse> THREAD_ARCHIVE =
            Method.of("thread/archive", ThreadArchiveParams.class, ThreadArchiveResponse.class, LaneRule.THREAD);

    /** {@code thread/unsubscribe} */
    Method<ThreadUnsubscribeParams, ThreadUnsubscribeResponse> THREAD_UNSUBSCRIBE = Method.of(
            "thread/unsubscribe", ThreadUnsubscribeParams.class, ThreadUnsubscribeResponse.class, LaneRule.THREAD);

    /** {@code thread/increment_elicitation} */
    Method<ThreadIncrementElicitationParams, ThreadIncrementElicitationResponse> THREAD_INCREMENT_ELICITATION =
            Method.of(
                            "thread/increment_elicitation",
                            ThreadIncrementElicitationParams.class,
                            ThreadIncrementElicitationResponse.class,
                            LaneRule.THREAD)
                    .experimental();

    /** {@code thread/decrement_elicitation} */
    Method<ThreadDecrementElicitationParams, ThreadDecrementElicitationResponse> THREAD_DECREMENT_ELICITATION =
            Method.of(
                            "thread/decrement_elicitation",
                            ThreadDecrementElicitationParams.class,
                            ThreadDecrementElicitationResponse.class,
                            LaneRule.THREAD)
                    .experimental();

    /** {@code thread/name/set} */
    Method<ThreadSetNameParams, ThreadSetNameResponse> THREAD_NAME_SET =
            Method.of("thread/name/set", ThreadSetNameParams.class, ThreadSetNameResponse.class, LaneRule.THREAD);

    /** {@code thread/goal/set} */
    Method<ThreadGoalSetParams, ThreadGoalSetResponse> THREAD_GOAL_SET =
            Method.of("thread/goal/set", ThreadGoalSetParams.class, ThreadGoalSetResponse.class, LaneRule.THREAD);

    /** {@code thread/goal/get} */
    Method<ThreadGoalGetParams, ThreadGoalGetResponse> THREAD_GOAL_GET =
            Method.of("thread/goal/get", ThreadGoalGetParams.class, ThreadGoalGetResponse.class, LaneRule.THREAD);

    /** {@code thread/goal/clear} */
    Method<ThreadGoalClearParams, ThreadGoalClearResponse> THREAD_GOAL_CLEAR =
            Method.of("thread/goal/clear", ThreadGoalClearParams.class, ThreadGoalClearResponse.class, LaneRule.THREAD);

    /** {@code thread/metadata/update} */
    Method<ThreadMetadataUpdateParams, ThreadMetadataUpdateResponse> THREAD_METADATA_UPDATE = Method.of(
            "thread/metadata/update",
            ThreadMetadataUpdateParams.class,
            ThreadMetadataUpdateResponse.class,
            LaneRule.THREAD);

    /** {@code thread/settings/update} */
    Method<ThreadSettingsUpdateParams, ThreadSettingsUpdateResponse> THREAD_SETTINGS_UPDATE = Method.of(
                    "thread/settings/update",
                    ThreadSettingsUpdateParams.class,
                    ThreadSettingsUpdateResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/memoryMode/set} */
    Method<ThreadMemoryModeSetParams, ThreadMemoryModeSetResponse> THREAD_MEMORY_MODE_SET = Method.of(
                    "thread/memoryMode/set",
                    ThreadMemoryModeSetParams.class,
                    ThreadMemoryModeSetResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/unarchive} */
    Method<ThreadUnarchiveParams, ThreadUnarchiveResponse> THREAD_UNARCHIVE =
            Method.of("thread/unarchive", ThreadUnarchiveParams.class, ThreadUnarchiveResponse.class, LaneRule.THREAD);

    /** {@code thread/compact/start} */
    Method<ThreadCompactStartParams, ThreadCompactStartResponse> THREAD_COMPACT_START = Method.of(
            "thread/compact/start", ThreadCompactStartParams.class, ThreadCompactStartResponse.class, LaneRule.THREAD);

    /** {@code thread/shellCommand} */
    Method<ThreadShellCommandParams, ThreadShellCommandResponse> THREAD_SHELL_COMMAND = Method.of(
            "thread/shellCommand", ThreadShellCommandParams.class, ThreadShellCommandResponse.class, LaneRule.THREAD);

    /** {@code thread/approveGuardianDeniedAction} */
    Method<ThreadApproveGuardianDeniedActionParams, ThreadApproveGuardianDeniedActionResponse>
            THREAD_APPROVE_GUARDIAN_DENIED_ACTION = Method.of(
                    "thread/approveGuardianDeniedAction",
                    ThreadApproveGuardianDeniedActionParams.class,
                    ThreadApproveGuardianDeniedActionResponse.class,
                    LaneRule.THREAD);

    /** {@code thread/backgroundTerminals/clean} */
    Method<ThreadBackgroundTerminalsCleanParams, ThreadBackgroundTerminalsCleanResponse>
            THREAD_BACKGROUND_TERMINALS_CLEAN = Method.of(
                            "thread/backgroundTerminals/clean",
                            ThreadBackgroundTerminalsCleanParams.class,
                            ThreadBackgroundTerminalsCleanResponse.class,
                            LaneRule.THREAD)
                    .experimental();

    /** {@code thread/rollback} */
    Method<ThreadRollbackParams, ThreadRollbackResponse> THREAD_ROLLBACK =
            Method.of("thread/rollback", ThreadRollbackParams.class, ThreadRollbackResponse.class, LaneRule.THREAD);

    /** {@code thread/list} */
    Method<ThreadListParams, ThreadListResponse> THREAD_LIST =
            Method.of("thread/list", ThreadListParams.class, ThreadListResponse.class, LaneRule.UNORDERED);

    /** {@code thread/search} */
    Method<ThreadSearchParams, ThreadSearchResponse> THREAD_SEARCH = Method.of(
                    "thread/search", ThreadSearchParams.class, ThreadSearchResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code thread/loaded/list} */
    Method<ThreadLoadedListParams, ThreadLoadedListResponse> THREAD_LOADED_LIST = Method.of(
            "thread/loaded/list", ThreadLoadedListParams.class, ThreadLoadedListResponse.class, LaneRule.UNORDERED);

    /** {@code thread/read} */
    Method<ThreadReadParams, ThreadReadResponse> THREAD_READ =
            Method.of("thread/read", ThreadReadParams.class, ThreadReadResponse.class, LaneRule.UNORDERED);

    /** {@code thread/turns/list} */
    Method<ThreadTurnsListParams, ThreadTurnsListResponse> THREAD_TURNS_LIST = Method.of(
                    "thread/turns/list", ThreadTurnsListParams.class, ThreadTurnsListResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code thread/turns/items/list} */
    Method<ThreadTurnsItemsListParams, ThreadTurnsItemsListResponse> THREAD_TURNS_ITEMS_LIST = Method.of(
                    "thread/turns/items/list",
                    ThreadTurnsItemsListParams.class,
                    ThreadTurnsItemsListResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code thread/inject_items} */
    Method<ThreadInjectItemsParams, ThreadInjectItemsResponse> THREAD_INJECT_ITEMS = Method.of(
            "thread/inject_items", ThreadInjectItemsParams.class, ThreadInjectItemsResponse.class, LaneRule.THREAD);

    /** {@code thread/delete} */
    Method<ThreadDeleteParams, ThreadDeleteResponse> THREAD_DELETE =
            Method.of("thread/delete", ThreadDeleteParams.class, ThreadDeleteResponse.class, LaneRule.THREAD);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "thread/start" -> THREAD_START;
            case "thread/resume" -> THREAD_RESUME;
            case "thread/fork" -> THREAD_FORK;
            case "thread/archive" -> THREAD_ARCHIVE;
            case "thread/unsubscribe" -> THREAD_UNSUBSCRIBE;
            case "thread/increment_elicitation" -> THREAD_INCREMENT_ELICITATION;
            case "thread/decrement_elicitation" -> THREAD_DECREMENT_ELICITATION;
            case "thread/name/set" -> THREAD_NAME_SET;
            case "thread/goal/set" -> THREAD_GOAL_SET;
            case "thread/goal/get" -> THREAD_GOAL_GET;
            case "thread/goal/clear" -> THREAD_GOAL_CLEAR;
            case "thread/metadata/update" -> THREAD_METADATA_UPDATE;
            case "thread/settings/update" -> THREAD_SETTINGS_UPDATE;
            case "thread/memoryMode/set" -> THREAD_MEMORY_MODE_SET;
            case "thread/unarchive" -> THREAD_UNARCHIVE;
            case "thread/compact/start" -> THREAD_COMPACT_START;
            case "thread/shellCommand" -> THREAD_SHELL_COMMAND;
            case "thread/approveGuardianDeniedAction" -> THREAD_APPROVE_GUARDIAN_DENIED_ACTION;
            case "thread/backgroundTerminals/clean" -> THREAD_BACKGROUND_TERMINALS_CLEAN;
            case "thread/rollback" -> THREAD_ROLLBACK;
            case "thread/list" -> THREAD_LIST;
            case "thread/search" -> THREAD_SEARCH;
            case "thread/loaded/list" -> THREAD_LOADED_LIST;
            case "thread/read" -> THREAD_READ;
            case "thread/turns/list" -> THREAD_TURNS_LIST;
            case "thread/turns/items/list" -> THREAD_TURNS_ITEMS_LIST;
            case "thread/inject_items" -> THREAD_INJECT_ITEMS;
            case "thread/delete" -> THREAD_DELETE;
            default -> null;
        };
    }
}
