/**
 * Tool servers that speak MCP. Every loaded thread has its own, as {@code [mcp_servers]} describes them: they are started in
 * the background once the client knows of the thread, the first request to the model waits for them no longer than their
 * startup timeouts, and they end when the thread is unloaded. A server that has gone is started again by the next request
 * to a model.
 *
 * <p>Names, texts, items and the form of results are the peer's. What it lacks: progress is shown, a server is told when
 * nobody waits for its answer any more, and a changed list of tools is read again.
 *
 * <p>Must not: be loaded before a server is configured.
 */
@NullMarked
package dev.bobbin.appserver.mcp;

import org.jspecify.annotations.NullMarked;
