package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** A configured hook. */
public record HookMetadata(
        String key,
        HookEventName eventName,
        HookHandlerType handlerType,
        @Nullable String matcher,
        @Nullable String command,
        @WireInt("u64") long timeoutSec,
        @Nullable String statusMessage,
        @AbsolutePath String sourcePath,
        HookSource source,
        @Nullable String pluginId,
        long displayOrder,
        boolean enabled,
        boolean isManaged,
        String currentHash,
        HookTrustStatus trustStatus) {}
