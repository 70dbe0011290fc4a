package dev.bobbin.protocol.v2.handshake;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is prepared for.
 *
 * @param experimentalApi whether experimental methods and parameters may be used
 * @param optOutNotificationMethods exact names of notifications that the client does not want
 */
public record InitializeCapabilities(
        @Defaulted boolean experimentalApi,
        @Defaulted boolean requestAttestation,
        @Nullable List<String> optOutNotificationMethods) {}
