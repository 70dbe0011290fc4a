package dev.bobbin.protocol.v2.windows;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code windowsSandbox/setupStart}. */
public record WindowsSandboxSetupStartParams(
        WindowsSandboxSetupMode mode,
        @AbsolutePath @Nullable String cwd) {}
