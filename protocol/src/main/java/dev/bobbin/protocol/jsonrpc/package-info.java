/**
 * The envelope of every message: requests, notifications, responses and errors of JSON-RPC.
 *
 * <p>The peer leaves the {@code "jsonrpc"} member out and ignores it when it is sent.
 *
 * <p>Must not: depend on any payload.
 */
@NullMarked
package dev.bobbin.protocol.jsonrpc;

import org.jspecify.annotations.NullMarked;
