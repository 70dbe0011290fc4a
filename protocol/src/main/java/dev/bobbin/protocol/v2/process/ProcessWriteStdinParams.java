package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.Defaulted;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code process/writeStdin}. */
public record ProcessWriteStdinParams(
        String processHandle,
        @Nullable String deltaBase64,
        @Defaulted boolean closeStdin) {}
