/**
 * Events {@code dev.bobbin.*} for the JVM's flight recorder. Loading the first class of an event in a process takes 200 ms or
 * more, recorder or not, and no AOT cache helps; so none is loaded before somebody has started a recording.
 */
@NullMarked
package dev.bobbin.appserver.telemetry.jfr;

import org.jspecify.annotations.NullMarked;
