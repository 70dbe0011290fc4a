package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation between a user and the model. Times are Unix seconds. */
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
