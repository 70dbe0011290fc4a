/**
 * A small HTTP/1.1 client for streaming answers, and the reader for server-sent events.
 *
 * <p>Blocking sockets on virtual threads: an interrupt closes the socket, so a request ends at once and holds nothing.
 * Why not {@code java.net.http} is in {@code docs/decisions}. Must not: know what a model is.
 */
@NullMarked
package dev.bobbin.appserver.model.http;

import org.jspecify.annotations.NullMarked;
