/**
 * {@code bobbin demo}: a client in small that drives a real server as a child process and shows what both say. It knows
 * the server only by its messages, as a client in another language would.
 *
 * <p>Must not: use any class of the server.
 */
@NullMarked
package dev.bobbin.appserver.demo;

import org.jspecify.annotations.NullMarked;
