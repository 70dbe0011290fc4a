package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.jsonrpc.JsonRpcError;

/** How a request from the server to a client ended. */
public sealed interface Answer<R> {
    /** The client's result. */
    record Result<R>(R value) implements Answer<R> {}

    /** The client refused. */
    record Refused<R>(JsonRpcError error) implements Answer<R> {}

    /** The client sent a result that is not what the method asks for; {@code why} is for logs. */
    record Rubbish<R>(String why) implements Answer<R> {}

    /** Every client that was asked has closed its connection. */
    record Gone<R>() implements Answer<R> {}
}
