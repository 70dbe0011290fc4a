/**
 * {@code bobbin demo}: a client in small that drives a real server as a child process and shows what both say. It knows
 * the server only by its messages, as a client in another language would. The other side is here too: a model in small,
 * which a server calls while its AOT cache is made.
 *
 * <p>Must not: use any class of the server.
 */
@NullMarked
package dev.bobbin.appserver.demo;

import org.jspecify.annotations.NullMarked;
