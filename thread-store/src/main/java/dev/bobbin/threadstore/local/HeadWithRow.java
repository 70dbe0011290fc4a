package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.threadstore.StoredThread;
import org.jspecify.annotations.Nullable;

/** A thread as the head of its file tells it, with what the database's row of it knows better. */
final class HeadWithRow {
    private HeadWithRow() {}

    /** Takes from the row what the head of the file does not say, or said differently before it was changed. */
    static StoredThread of(StoredThread head, @Nullable StoredThread row) {
        if (row == null) {
            return head;
        }
        return head.toBuilder()
                .name(row.name())
                .model(row.model())
                .reasoningEffort(row.reasoningEffort())
                .approvalMode(row.approvalMode())
                .permissionProfile(row.permissionProfile())
                .tokensUsed(row.tokensUsed())
                .memoryMode(row.memoryMode())
                .archivedAt(head.archived() && row.archived() ? row.archivedAt() : head.archivedAt())
                .gitInfo(merged(row.gitInfo(), head.gitInfo()))
                .build();
    }

    private static @Nullable GitInfo merged(@Nullable GitInfo row, @Nullable GitInfo head) {
        if (row == null || head == null) {
            return row == null ? head : row;
        }
        return new GitInfo(
                row.commitHash() != null ? row.commitHash() : head.commitHash(),
                row.branch() != null ? row.branch() : head.branch(),
                row.repositoryUrl() != null ? row.repositoryUrl() : head.repositoryUrl());
    }
}
