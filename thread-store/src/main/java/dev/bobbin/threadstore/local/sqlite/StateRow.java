package dev.bobbin.threadstore.local.sqlite;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.StoredThreadBuilder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code threads} and the thread it stands for. */
final class StateRow {
    /** Every column a thread is written to, in the order of {@link #bind}. */
    static final String COLUMNS = "id, rollout_path, created_at, updated_at, created_at_ms, updated_at_ms, source,"
            + " model_provider, cwd, title, sandbox_policy, approval_mode, tokens_used, archived, archived_at, git_sha,"
            + " git_branch, git_origin_url, cli_version, first_user_message, agent_nickname, agent_role, agent_path,"
            + " memory_mode, model, reasoning_effort, thread_source, preview";

    static final String PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
    static final int COUNT = 28;

    private static final String DEFAULT_PROFILE = "{\"type\":\"read-only\"}";

    private StateRow() {}

    /** @param updatedMillis allocated by the writer; see {@link StateConnection} */
    static void bind(PreparedStatement statement, StoredThread thread, long updatedMillis) throws SQLException {
        var git = thread.gitInfo();
        var profile = thread.permissionProfile();
        var archivedAt = thread.archivedAt();
        statement.setString(1, thread.threadId());
        statement.setString(2, String.valueOf(thread.rolloutPath()));
        statement.setLong(3, thread.createdAt().getEpochSecond());
        statement.setLong(4, Math.floorDiv(updatedMillis, 1000));
        statement.setLong(5, thread.createdAt().toEpochMilli());
        statement.setLong(6, updatedMillis);
        statement.setString(7, thread.source().stored());
        statement.setString(8, thread.modelProvider());
        statement.setString(9, canonical(thread.cwd()));
        statement.setString(10, thread.name() != null ? thread.name() : thread.title());
        statement.setString(11, profile == null ? DEFAULT_PROFILE : profile.toString());
        statement.setString(12, thread.approvalMode());
        statement.setLong(13, thread.tokensUsed());
        statement.setInt(14, thread.archived() ? 1 : 0);
        if (archivedAt == null) {
            statement.setNull(15, Types.INTEGER);
        } else {
            statement.setLong(15, archivedAt.getEpochSecond());
        }
        statement.setString(16, git == null ? null : git.commitHash());
        statement.setString(17, git == null ? null : git.branch());
        statement.setString(18, git == null ? null : git.repositoryUrl());
        statement.setString(19, thread.cliVersion());
        statement.setString(20, thread.firstUserMessage() == null ? "" : thread.firstUserMessage());
        statement.setString(21, thread.agentNickname());
        statement.setString(22, thread.agentRole());
        statement.setString(23, thread.agentPath());
        statement.setString(24, thread.memoryMode());
        statement.setString(25, thread.model());
        statement.setString(26, thread.reasoningEffort());
        statement.setString(27, thread.threadSource());
        statement.setString(28, thread.preview());
    }

    private static String canonical(String cwd) {
        try {
            return Path.of(cwd).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            return cwd;
        }
    }

    /**
     * Reads a row of {@link #COLUMNS}. A title that is not just the first message was given on purpose.
     */
    static StoredThread read(ResultSet row) throws SQLException {
        var first = row.getString(20);
        var title = row.getString(10);
        var explicit = !title.isBlank() && !title.strip().equals(first.strip());
        return new StoredThreadBuilder(row.getString(1))
                .rolloutPath(path(row.getString(2)))
                .createdAt(Instant.ofEpochMilli(row.getLong(5)))
                .updatedAt(Instant.ofEpochMilli(row.getLong(6)))
                .source(new SessionSource(row.getString(7)))
                .modelProvider(row.getString(8))
                .cwd(row.getString(9))
                .name(explicit ? title.strip() : null)
                .title(explicit ? first : title)
                .permissionProfile(profile(row.getString(11)))
                .approvalMode(row.getString(12))
                .tokensUsed(row.getLong(13))
                .archivedAt(time(row, 15))
                .gitInfo(git(row))
                .cliVersion(row.getString(19))
                .firstUserMessage(first.isEmpty() ? null : first)
                .agentNickname(row.getString(21))
                .agentRole(row.getString(22))
                .agentPath(row.getString(23))
                .memoryMode(row.getString(24))
                .model(row.getString(25))
                .reasoningEffort(row.getString(26))
                .threadSource(row.getString(27))
                .preview(row.getString(28))
                .build();
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable RawJson profile(String text) {
        var json = RawJson.of(text);
        return json.isValid() ? json : null;
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var seconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }

    private static @Nullable GitInfo git(ResultSet row) throws SQLException {
        var git = new GitInfo(row.getString(16), row.getString(17), row.getString(18));
        return git.commitHash() == null && git.branch() == null && git.repositoryUrl() == null ? null : git;
    }
}
