package dev.bobbin.appserver.dispatch;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.protocol.jsonrpc.RequestId;

/** Whose request it is, and which. */
public record RequestContext(ClientConnection connection, RequestId id) {}
