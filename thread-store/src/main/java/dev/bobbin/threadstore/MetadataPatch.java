package dev.bobbin.threadstore;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One literal change to a thread's metadata. Null, {@link Patch.Keep} and {@link GitPatch#KEEP} leave a field as it is.
 *
 * <p>An explicit name and a derived title are apart: neither overwrites the other.
 */
public record MetadataPatch(
        @Nullable Path rolloutPath,
        @Nullable String preview,
        @Nullable String title,
        @Nullable String modelProvider,
        @Nullable String model,
        @Nullable String reasoningEffort,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable SessionSource source,
        @Nullable String cwd,
        @Nullable String cliVersion,
        @Nullable String approvalMode,
        @Nullable RawJson permissionProfile,
        @Nullable Long tokensUsed,
        @Nullable String firstUserMessage,
        @Nullable String memoryMode,
        Patch<String> name,
        Patch<String> threadSource,
        Patch<String> agentNickname,
        Patch<String> agentRole,
        Patch<String> agentPath,
        GitPatch git) {
    /** Changes nothing. */
    public static final MetadataPatch EMPTY = builder().build();

    public static MetadataPatchBuilder builder() {
        return new MetadataPatchBuilder();
    }

    /** Only the name; null clears it. */
    public static MetadataPatch named(@Nullable String name) {
        return builder().name(name == null ? Patch.clear() : Patch.set(name)).build();
    }

    /** Only git facts. */
    public static MetadataPatch git(GitPatch git) {
        return builder().git(git).build();
    }

    /** Only the memory mode: {@code enabled}, {@code disabled} or {@code polluted}. */
    public static MetadataPatch memoryMode(String mode) {
        return builder().memoryMode(mode).build();
    }

    public boolean isEmpty() {
        return !hasObservedFacts()
                && name instanceof Patch.Keep
                && git.isEmpty()
                && memoryMode == null
                && updatedAt == null;
    }

    /** Whether anything is in it that follows from appended items, as opposed to what somebody decided. */
    public boolean hasObservedFacts() {
        return hasPlainFacts()
                || !(threadSource instanceof Patch.Keep)
                || !(agentNickname instanceof Patch.Keep)
                || !(agentRole instanceof Patch.Keep)
                || !(agentPath instanceof Patch.Keep);
    }

    private boolean hasPlainFacts() {
        return rolloutPath != null
                || preview != null
                || title != null
                || modelProvider != null
                || model != null
                || reasoningEffort != null
                || createdAt != null
                || source != null
                || cwd != null
                || cliVersion != null
                || approvalMode != null
                || permissionProfile != null
                || tokensUsed != null
                || firstUserMessage != null;
    }

    /** A patch with only git or memory mode in it: somebody asked for it, so it replaces what is known. */
    public boolean isExplicit() {
        return !hasObservedFacts() && (!git.isEmpty() || memoryMode != null);
    }

    /** This patch followed by {@code later}, whose fields win. */
    public MetadataPatch then(MetadataPatch later) {
        return new MetadataPatch(
                later.rolloutPath != null ? later.rolloutPath : rolloutPath,
                later.preview != null ? later.preview : preview,
                later.title != null ? later.title : title,
                later.modelProvider != null ? later.modelProvider : modelProvider,
                later.model != null ? later.model : model,
                later.reasoningEffort != null ? later.reasoningEffort : reasoningEffort,
                later.createdAt != null ? later.createdAt : createdAt,
                later.updatedAt != null ? later.updatedAt : updatedAt,
                later.source != null ? later.source : source,
                later.cwd != null ? later.cwd : cwd,
                later.cliVersion != null ? later.cliVersion : cliVersion,
                later.approvalMode != null ? later.approvalMode : approvalMode,
                later.permissionProfile != null ? later.permissionProfile : permissionProfile,
                later.tokensUsed != null ? later.tokensUsed : tokensUsed,
                later.firstUserMessage != null ? later.firstUserMessage : firstUserMessage,
                later.memoryMode != null ? later.memoryMode : memoryMode,
                then(name, later.name),
                then(threadSource, later.threadSource),
                then(agentNickname, later.agentNickname),
                then(agentRole, later.agentRole),
                then(agentPath, later.agentPath),
                git.then(later.git));
    }

    /**
     * The thread as it is after this patch. A blank preview never replaces one.
     */
    public StoredThread applyTo(StoredThread before) {
        var after = before.toBuilder();
        if (rolloutPath != null) {
            after.rolloutPath(rolloutPath);
        }
        if (preview != null && !preview.isEmpty()) {
            after.preview(preview);
        }
        if (title != null) {
            after.title(title);
        }
        if (modelProvider != null) {
            after.modelProvider(modelProvider);
        }
        if (model != null) {
            after.model(model);
        }
        if (reasoningEffort != null) {
            after.reasoningEffort(reasoningEffort);
        }
        if (createdAt != null) {
            after.createdAt(createdAt);
        }
        if (updatedAt != null) {
            after.updatedAt(updatedAt);
        }
        if (source != null) {
            after.source(source);
        }
        if (cwd != null) {
            after.cwd(cwd);
        }
        if (cliVersion != null) {
            after.cliVersion(cliVersion);
        }
        if (approvalMode != null) {
            after.approvalMode(approvalMode);
        }
        if (permissionProfile != null) {
            after.permissionProfile(permissionProfile);
        }
        if (tokensUsed != null) {
            after.tokensUsed(tokensUsed);
        }
        if (firstUserMessage != null) {
            after.firstUserMessage(firstUserMessage);
        }
        if (memoryMode != null) {
            after.memoryMode(memoryMode);
        }
        after.name(name.applyTo(before.name()));
        after.threadSource(threadSource.applyTo(before.threadSource()));
        after.agentNickname(agentNickname.applyTo(before.agentNickname()));
        after.agentRole(agentRole.applyTo(before.agentRole()));
        after.agentPath(agentPath.applyTo(before.agentPath()));
        after.gitInfo(git.applyTo(before.gitInfo()));
        return after.build();
    }

    static <T> Patch<T> then(Patch<T> first, Patch<T> later) {
        return later instanceof Patch.Keep ? first : later;
    }
}
