package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.account.AccountLoginCompletedNotification;
import dev.bobbin.protocol.v2.account.AccountRateLimitsUpdatedNotification;
import dev.bobbin.protocol.v2.account.AccountUpdatedNotification;
import dev.bobbin.protocol.v2.command.CommandExecOutputDeltaNotification;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigImportCompletedNotification;
import dev.bobbin.protocol.v2.fs.FsChangedNotification;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginCompletedNotification;
import dev.bobbin.protocol.v2.mcp.McpServerStatusUpdatedNotification;
import dev.bobbin.protocol.v2.model.ModelReroutedNotification;
import dev.bobbin.protocol.v2.model.ModelVerificationNotification;
import dev.bobbin.protocol.v2.notice.ConfigWarningNotification;
import dev.bobbin.protocol.v2.notice.DeprecationNoticeNotification;
import dev.bobbin.protocol.v2.notice.GuardianWarningNotification;
import dev.bobbin.protocol.v2.notice.WarningNotification;
import dev.bobbin.protocol.v2.plugin.AppListUpdatedNotification;
import dev.bobbin.protocol.v2.process.ProcessExitedNotification;
import dev.bobbin.protocol.v2.process.ProcessOutputDeltaNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeClosedNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeErrorNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeItemAddedNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeOutputAudioDeltaNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeSdpNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStartedNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeTranscriptDeltaNotification;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeTranscriptDoneNotification;
import dev.bobbin.protocol.v2.remote.RemoteControlStatusChangedNotification;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionCompletedNotification;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdatedNotification;
import dev.bobbin.protocol.v2.skills.SkillsChangedNotification;
import dev.bobbin.protocol.v2.windows.WindowsSandboxSetupCompletedNotification;
import dev.bobbin.protocol.v2.windows.WindowsWorldWritableWarningNotification;
import org.jspecify.annotations.Nullable;

/** Every notification that the server may send. Rows are made when first used, one interface at a time. */
public final class Notifications implements ItemNotifications, ThreadNotifications {
    /** {@code skills/changed} */
    public static final Notification<SkillsChangedNotification> SKILLS_CHANGED =
            new Notification<>("skills/changed", SkillsChangedNotification.class);

    /** {@code command/exec/outputDelta} */
    public static final Notification<CommandExecOutputDeltaNotification> COMMAND_EXEC_OUTPUT_DELTA =
            new Notification<>("command/exec/outputDelta", CommandExecOutputDeltaNotification.class);

    /** {@code process/outputDelta} */
    public static final Notification<ProcessOutputDeltaNotification> PROCESS_OUTPUT_DELTA =
            new Notification<>("process/outputDelta", ProcessOutputDeltaNotification.class);

    /** {@code process/exited} */
    public static final Notification<ProcessExitedNotification> PROCESS_EXITED =
            new Notification<>("process/exited", ProcessExitedNotification.class);

    /** {@code mcpServer/oauthLogin/completed} */
    public static final Notification<McpServerOauthLoginCompletedNotification> MCP_SERVER_OAUTH_LOGIN_COMPLETED =
            new Notification<>("mcpServer/oauthLogin/completed", McpServerOauthLoginCompletedNotification.class);

    /** {@code mcpServer/startupStatus/updated} */
    public static final Notification<McpServerStatusUpdatedNotification> MCP_SERVER_STARTUP_STATUS_UPDATED =
            new Notification<>("mcpServer/startupStatus/updated", McpServerStatusUpdatedNotification.class);

    /** {@code account/updated} */
    public static final Notification<AccountUpdatedNotification> ACCOUNT_UPDATED =
            new Notification<>("account/updated", AccountUpdatedNotification.class);

    /** {@code account/rateLimits/updated} */
    public static final Notification<AccountRateLimitsUpdatedNotification> ACCOUNT_RATE_LIMITS_UPDATED =
            new Notification<>("account/rateLimits/updated", AccountRateLimitsUpdatedNotification.class);

    /** {@code app/list/updated} */
    public static final Notification<AppListUpdatedNotification> APP_LIST_UPDATED =
            new Notification<>("app/list/updated", AppListUpdatedNotification.class);

    /** {@code remoteControl/status/changed} */
    public static final Notification<RemoteControlStatusChangedNotification> REMOTE_CONTROL_STATUS_CHANGED =
            new Notification<>("remoteControl/status/changed", RemoteControlStatusChangedNotification.class);

    /** {@code externalAgentConfig/import/completed} */
    public static final Notification<ExternalAgentConfigImportCompletedNotification>
            EXTERNAL_AGENT_CONFIG_IMPORT_COMPLETED = new Notification<>(
                    "externalAgentConfig/import/completed", ExternalAgentConfigImportCompletedNotification.class);

    /** {@code fs/changed} */
    public static final Notification<FsChangedNotification> FS_CHANGED =
            new Notification<>("fs/changed", FsChangedNotification.class);

    /** {@code model/rerouted} */
    public static final Notification<ModelReroutedNotification> MODEL_REROUTED =
            new Notification<>("model/rerouted", ModelReroutedNotification.class);

    /** {@code model/verification} */
    public static final Notification<ModelVerificationNotification> MODEL_VERIFICATION =
            new Notification<>("model/verification", ModelVerificationNotification.class);

    /** {@code warning} */
    public static final Notification<WarningNotification> WARNING =
            new Notification<>("warning", WarningNotification.class);

    /** {@code guardianWarning} */
    public static final Notification<GuardianWarningNotification> GUARDIAN_WARNING =
            new Notification<>("guardianWarning", GuardianWarningNotification.class);

    /** {@code deprecationNotice} */
    public static final Notification<DeprecationNoticeNotification> DEPRECATION_NOTICE =
            new Notification<>("deprecationNotice", DeprecationNoticeNotification.class);

    /** {@code configWarning} */
    public static final Notification<ConfigWarningNotification> CONFIG_WARNING =
            new Notification<>("configWarning", ConfigWarningNotification.class);

    /** {@code fuzzyFileSearch/sessionUpdated} */
    public static final Notification<FuzzyFileSearchSessionUpdatedNotification> FUZZY_FILE_SEARCH_SESSION_UPDATED =
            new Notification<>("fuzzyFileSearch/sessionUpdated", FuzzyFileSearchSessionUpdatedNotification.class);

    /** {@code fuzzyFileSearch/sessionCompleted} */
    public static final Notification<FuzzyFileSearchSessionCompletedNotification> FUZZY_FILE_SEARCH_SESSION_COMPLETED =
            new Notification<>("fuzzyFileSearch/sessionCompleted", FuzzyFileSearchSessionCompletedNotification.class);

    /** {@code thread/realtime/started} */
    public static final Notification<ThreadRealtimeStartedNotification> THREAD_REALTIME_STARTED =
            new Notification<>("thread/realtime/started", ThreadRealtimeStartedNotification.class);

    /** {@code thread/realtime/itemAdded} */
    public static final Notification<ThreadRealtimeItemAddedNotification> THREAD_REALTIME_ITEM_ADDED =
            new Notification<>("thread/realtime/itemAdded", ThreadRealtimeItemAddedNotification.class);

    /** {@code thread/realtime/transcript/delta} */
    public static final Notification<ThreadRealtimeTranscriptDeltaNotification> THREAD_REALTIME_TRANSCRIPT_DELTA =
            new Notification<>("thread/realtime/transcript/delta", ThreadRealtimeTranscriptDeltaNotification.class);

    /** {@code thread/realtime/transcript/done} */
    public static final Notification<ThreadRealtimeTranscriptDoneNotification> THREAD_REALTIME_TRANSCRIPT_DONE =
            new Notification<>("thread/realtime/transcript/done", ThreadRealtimeTranscriptDoneNotification.class);

    /** {@code thread/realtime/outputAudio/delta} */
    public static final Notification<ThreadRealtimeOutputAudioDeltaNotification> THREAD_REALTIME_OUTPUT_AUDIO_DELTA =
            new Notification<>("thread/realtime/outputAudio/delta", ThreadRealtimeOutputAudioDeltaNotification.class);

    /** {@code thread/realtime/sdp} */
    public static final Notification<ThreadRealtimeSdpNotification> THREAD_REALTIME_SDP =
            new Notification<>("thread/realtime/sdp", ThreadRealtimeSdpNotification.class);

    /** {@code thread/realtime/error} */
    public static final Notification<ThreadRealtimeErrorNotification> THREAD_REALTIME_ERROR =
            new Notification<>("thread/realtime/error", ThreadRealtimeErrorNotification.class);

    /** {@code thread/realtime/closed} */
    public static final Notification<ThreadRealtimeClosedNotification> THREAD_REALTIME_CLOSED =
            new Notification<>("thread/realtime/closed", ThreadRealtimeClosedNotification.class);

    /** {@code windows/worldWritableWarning} */
    public static final Notification<WindowsWorldWritableWarningNotification> WINDOWS_WORLD_WRITABLE_WARNING =
            new Notification<>("windows/worldWritableWarning", WindowsWorldWritableWarningNotification.class);

    /** {@code windowsSandbox/setupCompleted} */
    public static final Notification<WindowsSandboxSetupCompletedNotification> WINDOWS_SANDBOX_SETUP_COMPLETED =
            new Notification<>("windowsSandbox/setupCompleted", WindowsSandboxSetupCompletedNotification.class);

    /** {@code account/login/completed} */
    public static final Notification<AccountLoginCompletedNotification> ACCOUNT_LOGIN_COMPLETED =
            new Notification<>("account/login/completed", AccountLoginCompletedNotification.class);

    private Notifications() {}

    /** The row with this wire name, or null. */
    public static @Nullable Notification<?> named(String name) {
        return switch (name) {
            case "skills/changed" -> SKILLS_CHANGED;
            case "command/exec/outputDelta" -> COMMAND_EXEC_OUTPUT_DELTA;
            case "process/outputDelta" -> PROCESS_OUTPUT_DELTA;
            case "process/exited" -> PROCESS_EXITED;
            case "mcpServer/oauthLogin/completed" -> MCP_SERVER_OAUTH_LOGIN_COMPLETED;
            case "mcpServer/startupStatus/updated" -> MCP_SERVER_STARTUP_STATUS_UPDATED;
            case "account/updated" -> ACCOUNT_UPDATED;
            case "account/rateLimits/updated" -> ACCOUNT_RATE_LIMITS_UPDATED;
            case "app/list/updated" -> APP_LIST_UPDATED;
            case "remoteControl/status/changed" -> REMOTE_CONTROL_STATUS_CHANGED;
            case "externalAgentConfig/import/completed" -> EXTERNAL_AGENT_CONFIG_IMPORT_COMPLETED;
            case "fs/changed" -> FS_CHANGED;
            case "model/rerouted" -> MODEL_REROUTED;
            case "model/verification" -> MODEL_VERIFICATION;
            case "warning" -> WARNING;
            case "guardianWarning" -> GUARDIAN_WARNING;
            case "deprecationNotice" -> DEPRECATION_NOTICE;
            case "configWarning" -> CONFIG_WARNING;
            case "fuzzyFileSearch/sessionUpdated" -> FUZZY_FILE_SEARCH_SESSION_UPDATED;
            case "fuzzyFileSearch/sessionCompleted" -> FUZZY_FILE_SEARCH_SESSION_COMPLETED;
            case "thread/realtime/started" -> THREAD_REALTIME_STARTED;
            case "thread/realtime/itemAdded" -> THREAD_REALTIME_ITEM_ADDED;
            case "thread/realtime/transcript/delta" -> THREAD_REALTIME_TRANSCRIPT_DELTA;
            case "thread/realtime/transcript/done" -> THREAD_REALTIME_TRANSCRIPT_DONE;
            case "thread/realtime/outputAudio/delta" -> THREAD_REALTIME_OUTPUT_AUDIO_DELTA;
            case "thread/realtime/sdp" -> THREAD_REALTIME_SDP;
            case "thread/realtime/error" -> THREAD_REALTIME_ERROR;
            case "thread/realtime/closed" -> THREAD_REALTIME_CLOSED;
            case "windows/worldWritableWarning" -> WINDOWS_WORLD_WRITABLE_WARNING;
            case "windowsSandbox/setupCompleted" -> WINDOWS_SANDBOX_SETUP_COMPLETED;
            case "account/login/completed" -> ACCOUNT_LOGIN_COMPLETED;
            default -> {
                var item = ItemNotifications.named(name);
                yield item != null ? item : ThreadNotifications.named(name);
            }
        };
    }
}
