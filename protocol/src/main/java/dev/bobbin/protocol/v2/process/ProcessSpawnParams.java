package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code process/spawn}.
 *
 * @param command the program and its arguments; not empty
 * @param processHandle the client's own name for the process
 * @param outputBytesCap bytes kept of each stream
 * @param timeoutMs milliseconds; null for no limit
 * @param env variables to set, or to remove where null
 */
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
