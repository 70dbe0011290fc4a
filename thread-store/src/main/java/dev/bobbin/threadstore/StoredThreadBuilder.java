package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link StoredThread} in the making. Not safe for use from several threads. */
public final class StoredThreadBuilder {
    private final String threadId;
    private @Nullable Path rolloutPath;
    private @Nullable String forkedFromId;
    private @Nullable String parentThreadId;
    private String preview = "";
    private String title = "";
    private @Nullable String name;
    private String modelProvider = "";
    private @Nullable String model;
    private @Nullable String reasoningEffort;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;
    private @Nullable Instant archivedAt;
    private String cwd = "";
    private String cliVersion = "";
    private SessionSource source = SessionSource.VSCODE;
    private @Nullable String threadSource;
    private @Nullable String agentNickname;
    private @Nullable String agentRole;
    private @Nullable String agentPath;
    private @Nullable GitInfo gitInfo;
    private String approvalMode = "on-request";
    private @Nullable RawJson permissionProfile;
    private long tokensUsed;
    private String memoryMode = "enabled";
    private @Nullable String firstUserMessage;

    /** Starts with nothing known but the id. */
    public StoredThreadBuilder(String threadId) {
        this.threadId = threadId;
    }

    StoredThreadBuilder(StoredThread thread) {
        this.threadId = thread.threadId();
        this.rolloutPath = thread.rolloutPath();
        this.forkedFromId = thread.forkedFromId();
        this.parentThreadId = thread.parentThreadId();
        this.preview = thread.preview();
        this.title = thread.title();
        this.name = thread.name();
        this.modelProvider = thread.modelProvider();
        this.model = thread.model();
        this.reasoningEffort = thread.reasoningEffort();
        this.createdAt = thread.createdAt();
        this.updatedAt = thread.updatedAt();
        this.archivedAt = thread.archivedAt();
        this.cwd = thread.cwd();
        this.cliVersion = thread.cliVersion();
        this.source = thread.source();
        this.threadSource = thread.threadSource();
        this.agentNickname = thread.agentNickname();
        this.agentRole = thread.agentRole();
        this.agentPath = thread.agentPath();
        this.gitInfo = thread.gitInfo();
        this.approvalMode = thread.approvalMode();
        this.permissionProfile = thread.permissionProfile();
        this.tokensUsed = thread.tokensUsed();
        this.memoryMode = thread.memoryMode();
        this.firstUserMessage = thread.firstUserMessage();
    }

    public StoredThreadBuilder rolloutPath(@Nullable Path value) {
        this.rolloutPath = value;
        return this;
    }

    public StoredThreadBuilder forkedFromId(@Nullable String value) {
        this.forkedFromId = value;
        return this;
    }

    public StoredThreadBuilder parentThreadId(@Nullable String value) {
        this.parentThreadId = value;
        return this;
    }

    public StoredThreadBuilder preview(String value) {
        this.preview = value;
        return this;
    }

    public StoredThreadBuilder title(String value) {
        this.title = value;
        return this;
    }

    public StoredThreadBuilder name(@Nullable String value) {
        this.name = value;
        return this;
    }

    public StoredThreadBuilder modelProvider(String value) {
        this.modelProvider = value;
        return this;
    }

    public StoredThreadBuilder model(@Nullable String value) {
        this.model = value;
        return this;
    }

    public StoredThreadBuilder reasoningEffort(@Nullable String value) {
        this.reasoningEffort = value;
        return this;
    }

    public StoredThreadBuilder createdAt(Instant value) {
        this.createdAt = value;
        return this;
    }

    public StoredThreadBuilder updatedAt(Instant value) {
        this.updatedAt = value;
        return this;
    }

    public StoredThreadBuilder archivedAt(@Nullable Instant value) {
        this.archivedAt = value;
        return this;
    }

    public StoredThreadBuilder cwd(String value) {
        this.cwd = value;
        return this;
    }

    public StoredThreadBuilder cliVersion(String value) {
        this.cliVersion = value;
        return this;
    }

    public StoredThreadBuilder source(SessionSource value) {
        this.source = value;
        return this;
    }

    public StoredThreadBuilder threadSource(@Nullable String value) {
        this.threadSource = value;
        return this;
    }

    public StoredThreadBuilder agentNickname(@Nullable String value) {
        this.agentNickname = value;
        return this;
    }

    public StoredThreadBuilder agentRole(@Nullable String value) {
        this.agentRole = value;
        return this;
    }

    public StoredThreadBuilder agentPath(@Nullable String value) {
        this.agentPath = value;
        return this;
    }

    public StoredThreadBuilder gitInfo(@Nullable GitInfo value) {
        this.gitInfo = value;
        return this;
    }

    public StoredThreadBuilder approvalMode(String value) {
        this.approvalMode = value;
        return this;
    }

    public StoredThreadBuilder permissionProfile(@Nullable RawJson value) {
        this.permissionProfile = value;
        return this;
    }

    public StoredThreadBuilder tokensUsed(long value) {
        this.tokensUsed = value;
        return this;
    }

    public StoredThreadBuilder memoryMode(String value) {
        this.memoryMode = value;
        return this;
    }

    public StoredThreadBuilder firstUserMessage(@Nullable String value) {
        this.firstUserMessage = value;
        return this;
    }

    public StoredThread build() {
        return new StoredThread(
                threadId,
                rolloutPath,
                forkedFromId,
                parentThreadId,
                preview,
                title,
                name,
                modelProvider,
                model,
                reasoningEffort,
                createdAt,
                updatedAt,
                archivedAt,
                cwd,
                cliVersion,
                source,
                threadSource,
                agentNickname,
                agentRole,
                agentPath,
                gitInfo,
                approvalMode,
                permissionProfile,
                tokensUsed,
                memoryMode,
                firstUserMessage);
    }
}
