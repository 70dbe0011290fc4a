package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code externalAgentConfig/detect}. */
public record ExternalAgentConfigDetectParams(
        @Defaulted boolean includeHome, @Nullable List<String> cwds) {}
