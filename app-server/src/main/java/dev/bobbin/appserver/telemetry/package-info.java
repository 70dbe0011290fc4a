/**
 * Who looks at the server's work from outside, and is told of requests, turns and calls to models: how long they took and how
 * they ended. Below it {@code jfr}, events for the JVM's flight recorder, and {@code otel}, export by OpenTelemetry.
 *
 * <p>Must not: be told anything that a user said or a model answered, names of files, keys or headers; be loaded, beyond
 * the question whether anybody looks, while nobody does.
 */
@NullMarked
package dev.bobbin.appserver.telemetry;

import org.jspecify.annotations.NullMarked;
