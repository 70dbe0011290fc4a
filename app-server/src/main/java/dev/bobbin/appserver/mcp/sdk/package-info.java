/**
 * The only package that knows the MCP Java SDK: connections to tool servers over a child's streams or over HTTP, with
 * what is said on them as plain JSON trees. The SDK keeps the requests, their answers and the HTTP transport; its JSON
 * binding is replaced by {@link dev.bobbin.appserver.mcp.sdk.EnvelopeMapper}, which needs no reflection and keeps what
 * it does not know.
 *
 * <p>Must not: show a type of the SDK, or of its reactive library, to other packages; be loaded before a tool server is
 * configured.
 */
@NullMarked
package dev.bobbin.appserver.mcp.sdk;

import org.jspecify.annotations.NullMarked;
