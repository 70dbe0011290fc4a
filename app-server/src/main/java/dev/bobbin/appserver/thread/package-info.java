/**
 * Live threads. {@link dev.bobbin.appserver.thread.ThreadManager} is the one entry for loaded and stored threads; each loaded
 * thread has one owner, a virtual thread, and all that happens to the thread happens there, in order. The owner sends the
 * responses too, so that notifications never overtake them, and it writes before it tells: what a client has been shown
 * survives a restart.
 *
 * <p>Must not: talk to a model, parse JSON lines, or touch a rollout file except through a {@code LiveThread}.
 */
@NullMarked
package dev.bobbin.appserver.thread;

import org.jspecify.annotations.NullMarked;
