package dev.bobbin.threadstore;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.GitInfo;
import org.jspecify.annotations.Nullable;

/** A change to a thread's git facts, field by field. */
public record GitPatch(Patch<String> sha, Patch<String> branch, Patch<String> originUrl) {
    public static final GitPatch KEEP = new GitPatch(Patch.keep(), Patch.keep(), Patch.keep());

    /** Makes all three fields what {@code info} says; what it lacks is cleared. */
    public static GitPatch replacing(GitInfo info) {
        return new GitPatch(setting(info.commitHash()), setting(info.branch()), setting(info.repositoryUrl()));
    }

    public boolean isEmpty() {
        return sha instanceof Patch.Keep && branch instanceof Patch.Keep && originUrl instanceof Patch.Keep;
    }

    /** Null when nothing is left. */
    public @Nullable GitInfo applyTo(@Nullable GitInfo before) {
        var after = new GitInfo(
                sha.applyTo(before == null ? null : before.commitHash()),
                branch.applyTo(before == null ? null : before.branch()),
                originUrl.applyTo(before == null ? null : before.repositoryUrl()));
        return after.commitHash() == null && after.branch() == null && after.repositoryUrl() == null ? null : after;
    }

    GitPatch then(GitPatch later) {
        return new GitPatch(
                MetadataPatch.then(sha, later.sha),
                MetadataPatch.then(branch, later.branch),
                MetadataPatch.then(originUrl, later.originUrl));
    }

    private static Patch<String> setting(@Nullable String value) {
        return value == null ? Patch.clear() : Patch.set(value);
    }
}
