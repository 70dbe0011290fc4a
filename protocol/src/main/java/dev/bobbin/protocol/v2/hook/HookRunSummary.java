package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a hook; times are Unix milliseconds. */
public record HookRunSummary(
        String id,
        HookEventName eventName,
        HookHandlerType handlerType,
        HookExecutionMode executionMode,
        HookScope scope,
        @AbsolutePath String sourcePath,
        @Defaulted("unknown") HookSource source,
        long displayOrder,
        HookRunStatus status,
        @Nullable String statusMessage,
        long startedAt,
        @Nullable Long completedAt,
        @Nullable Long durationMs,
        List<HookOutputEntry> entries) {}
