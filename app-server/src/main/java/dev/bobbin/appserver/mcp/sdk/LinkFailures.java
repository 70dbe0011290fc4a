package dev.bobbin.appserver.mcp.sdk;

import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpTransportSessionNotFoundException;
import java.io.IOException;
import java.net.ConnectException;

/** Makes failures of the SDK's. */
final class LinkFailures {
    private LinkFailures() {}

    static LinkFailure of(Throwable why) {
        if (why instanceof McpError error && error.getJsonRpcError() != null) {
            var said = error.getJsonRpcError();
            return new LinkFailure(LinkFailure.Kind.ANSWERED, "Mcp error: " + said.code() + ": " + said.message());
        }
        if (why instanceof McpHttpClientTransportAuthorizationException) {
            return new LinkFailure(LinkFailure.Kind.UNAUTHORIZED, "the server wants to know who asks");
        }
        if (why instanceof ConnectException) {
            return new LinkFailure(LinkFailure.Kind.CLOSED, "connection refused");
        }
        if (why instanceof IOException || isLostSession(why) || isDismissed(why)) {
            return closed();
        }
        return new LinkFailure(LinkFailure.Kind.BROKEN, why.getMessage() == null ? why.toString() : why.getMessage());
    }

    static LinkFailure closed() {
        return new LinkFailure(LinkFailure.Kind.CLOSED, "Transport closed");
    }

    static boolean isLostSession(Throwable why) {
        return why instanceof McpTransportSessionNotFoundException;
    }

    /** What waited when the session was closed. The SDK has no exception of its own for it. */
    private static boolean isDismissed(Throwable why) {
        return why.getClass() == RuntimeException.class
                && String.valueOf(why.getMessage()).startsWith("MCP session");
    }
}
