/**
 * What goes over the wire to clients: envelope, payload records and the table of methods. Must not: I/O, threads, clock.
 */
@NullMarked
package dev.bobbin.protocol;

import org.jspecify.annotations.NullMarked;
