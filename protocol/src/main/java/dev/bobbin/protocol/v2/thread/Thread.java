package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation between a user and the model.
 *
 * @param id the thread id, a version 7 UUID
 * @param sessionId equals {@code id}
 * @param forkedFromId the thread that this one was forked from
 * @param preview the first message of the user, trimmed; empty before there is one
 * @param ephemeral whether the thread is never stored
 * @param createdAt Unix seconds
 * @param updatedAt Unix seconds
 * @param path the rollout file, named before it exists; null when ephemeral
 * @param cwd the working directory that the thread was created with
 * @param name the name that the user gave
 * @param turns filled by resume, fork, rollback and a read that asks for them; else empty
 */
public record Thread(
        String id,
        String sessionId,
        @Nullable String forkedFromId,
        @Nullable String parentThreadId,
        String preview,
        boolean ephemeral,
        String modelProvider,
        long createdAt,
        long updatedAt,
        ThreadStatus status,
        @Nullable String path,
        @AbsolutePath String cwd,
        String cliVersion,
        SessionSource source,
        @Nullable ThreadSource threadSource,
        @Nullable String agentNickname,
        @Nullable String agentRole,
        @Nullable GitInfo gitInfo,
        @Nullable String name,
        List<Turn> turns) {}
