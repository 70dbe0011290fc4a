/**
 * Where clients come in that did not spawn the server: websockets over TCP and over the control socket, who is let in,
 * and the HTTP endpoints that tell whether the server is up. One text message is one line of the protocol.
 *
 * <p>The websocket library is used in here only, and loaded only by a server that listens.
 *
 * <p>Must not: know what a line means.
 */
@NullMarked
package dev.bobbin.appserver.listen;

import org.jspecify.annotations.NullMarked;
