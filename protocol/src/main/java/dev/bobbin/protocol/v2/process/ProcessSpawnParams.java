package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code process/spawn}. */
public record ProcessSpawnParams(
        List<String> command,
        String processHandle,
        @AbsolutePath String cwd,
        @Defaulted boolean tty,
        @Defaulted boolean streamStdin,
        @Defaulted boolean streamStdoutStderr,
        @WireInt("usize") @Nullable Long outputBytesCap,
        @Nullable Long timeoutMs,
        @Nullable Map<String, @Nullable String> env,
        @Nullable ProcessTerminalSize size) {}
