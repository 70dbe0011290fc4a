/**
 * Export by OpenTelemetry: the only package that knows its SDK, which is loaded when the first thing is exported, on a
 * thread of its own. What happens before waits in a bounded queue, so that nobody ever waits for the SDK or a collector.
 *
 * <p>Must not: show a type of the SDK to other packages; be loaded where nothing is exported.
 */
@NullMarked
package dev.bobbin.appserver.telemetry.otel;

import org.jspecify.annotations.NullMarked;
