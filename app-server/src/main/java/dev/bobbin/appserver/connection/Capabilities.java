package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.v2.handshake.ClientInfo;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import java.util.Set;

/**
 * What a client said about itself in its handshake.
 *
 * @param optedOut names of notifications that are not to be sent to it
 */
record Capabilities(ClientInfo client, boolean experimentalApi, Set<String> optedOut) {
    static Capabilities of(InitializeParams params) {
        var capabilities = params.capabilities();
        if (capabilities == null) {
            return new Capabilities(params.clientInfo(), false, Set.of());
        }
        var optedOut = capabilities.optOutNotificationMethods();
        return new Capabilities(
                params.clientInfo(),
                capabilities.experimentalApi(),
                optedOut == null ? Set.of() : Set.copyOf(optedOut));
    }
}
