package dev.bobbin.threadstore;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A patch in the making; everything is kept until it is said otherwise. */
public final class MetadataPatchBuilder {
    private @Nullable Path rolloutPath;
    private @Nullable String preview;
    private @Nullable String title;
    private @Nullable String modelProvider;
    private @Nullable String model;
    private @Nullable String reasoningEffort;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable SessionSource source;
    private @Nullable String cwd;
    private @Nullable String cliVersion;
    private @Nullable String approvalMode;
    private @Nullable RawJson permissionProfile;
    private @Nullable Long tokensUsed;
    private @Nullable String firstUserMessage;
    private @Nullable String memoryMode;
    private Patch<String> name = Patch.keep();
    private Patch<String> threadSource = Patch.keep();
    private Patch<String> agentNickname = Patch.keep();
    private Patch<String> agentRole = Patch.keep();
    private Patch<String> agentPath = Patch.keep();
    private GitPatch git = GitPatch.KEEP;

    MetadataPatchBuilder() {}

    public MetadataPatchBuilder rolloutPath(Path value) {
        this.rolloutPath = value;
        return this;
    }

    public MetadataPatchBuilder preview(String value) {
        this.preview = value;
        return this;
    }

    public MetadataPatchBuilder title(String value) {
        this.title = value;
        return this;
    }

    public MetadataPatchBuilder modelProvider(String value) {
        this.modelProvider = value;
        return this;
    }

    public MetadataPatchBuilder model(String value) {
        this.model = value;
        return this;
    }

    public MetadataPatchBuilder reasoningEffort(String value) {
        this.reasoningEffort = value;
        return this;
    }

    public MetadataPatchBuilder createdAt(Instant value) {
        this.createdAt = value;
        return this;
    }

    public MetadataPatchBuilder updatedAt(Instant value) {
        this.updatedAt = value;
        return this;
    }

    public MetadataPatchBuilder source(SessionSource value) {
        this.source = value;
        return this;
    }

    public MetadataPatchBuilder cwd(String value) {
        this.cwd = value;
        return this;
    }

    public MetadataPatchBuilder cliVersion(String value) {
        this.cliVersion = value;
        return this;
    }

    public MetadataPatchBuilder approvalMode(String value) {
        this.approvalMode = value;
        return this;
    }

    public MetadataPatchBuilder permissionProfile(RawJson value) {
        this.permissionProfile = value;
        return this;
    }

    public MetadataPatchBuilder tokensUsed(Long value) {
        this.tokensUsed = value;
        return this;
    }

    public MetadataPatchBuilder firstUserMessage(String value) {
        this.firstUserMessage = value;
        return this;
    }

    public MetadataPatchBuilder memoryMode(String value) {
        this.memoryMode = value;
        return this;
    }

    public MetadataPatchBuilder name(Patch<String> value) {
        this.name = value;
        return this;
    }

    public MetadataPatchBuilder threadSource(Patch<String> value) {
        this.threadSource = value;
        return this;
    }

    public MetadataPatchBuilder agentNickname(Patch<String> value) {
        this.agentNickname = value;
        return this;
    }

    public MetadataPatchBuilder agentRole(Patch<String> value) {
        this.agentRole = value;
        return this;
    }

    public MetadataPatchBuilder agentPath(Patch<String> value) {
        this.agentPath = value;
        return this;
    }

    public MetadataPatchBuilder git(GitPatch value) {
        this.git = value;
        return this;
    }

    public MetadataPatch build() {
        return new MetadataPatch(
                rolloutPath,
                preview,
                title,
                modelProvider,
                model,
                reasoningEffort,
                createdAt,
                updatedAt,
                source,
                cwd,
                cliVersion,
                approvalMode,
                permissionProfile,
                tokensUsed,
                firstUserMessage,
                memoryMode,
                name,
                threadSource,
                agentNickname,
                agentRole,
                agentPath,
                git);
    }
}
