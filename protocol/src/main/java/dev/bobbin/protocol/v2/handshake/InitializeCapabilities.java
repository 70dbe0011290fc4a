package dev.bobbin.protocol.v2.handshake;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client is prepared for. */
public record InitializeCapabilities(
        @Defaulted boolean experimentalApi,
        @Defaulted boolean requestAttestation,
        @Nullable List<String> optOutNotificationMethods) {}
