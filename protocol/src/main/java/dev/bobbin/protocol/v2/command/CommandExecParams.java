package dev.bobbin.protocol.v2.command;

import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code command/exec}.
 *
 * @param command the program and its arguments; not empty
 * @param processId the client's own name for the process, needed for streaming
 * @param tty whether to run in a terminal; implies both kinds of streaming
 * @param outputBytesCap bytes kept of each stream
 * @param timeoutMs milliseconds; null for the default
 * @param env variables to set, or to remove where null
 */
public record CommandExecParams(
        List<String> command,
        @Nullable String processId,
        @Defaulted boolean tty,
        @Defaulted boolean streamStdin,
        @Defaulted boolean streamStdoutStderr,
        @WireInt("usize") @Nullable Long outputBytesCap,
        @Defaulted boolean disableOutputCap,
        @Defaulted boolean disableTimeout,
        @Nullable Long timeoutMs,
        @Nullable String cwd,
        @Nullable Map<String, @Nullable String> env,
        @Nullable CommandExecTerminalSize size,
        @Nullable SandboxPolicy sandboxPolicy,
        @Experimental @Nullable String permissionProfile) {}
