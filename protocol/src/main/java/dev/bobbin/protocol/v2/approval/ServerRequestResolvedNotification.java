package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code serverRequest/resolved}. */
public record ServerRequestResolvedNotification(String threadId, RequestId requestId) implements ThreadScoped {}
