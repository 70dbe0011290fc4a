/**
 * One client: its handshake, what is sent to it in order, and the requests it still has to answer.
 *
 * <p>Must not: know threads, turns or any method besides {@code initialize}.
 */
@NullMarked
package dev.bobbin.appserver.connection;

import org.jspecify.annotations.NullMarked;
