/**
 * Running child processes: in a session of their own, over pipes or a terminal, ended whole.
 *
 * <p>Must not: decide whether a command may run, or know about threads, turns and items.
 */
@NullMarked
package dev.bobbin.appserver.exec;

import org.jspecify.annotations.NullMarked;
