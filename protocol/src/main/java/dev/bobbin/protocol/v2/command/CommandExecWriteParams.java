package dev.bobbin.protocol.v2.command;

import dev.bobbin.protocol.wire.Defaulted;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code command/exec/write}. */
public record CommandExecWriteParams(
        String processId,
        @Nullable String deltaBase64,
        @Defaulted boolean closeStdin) {}
