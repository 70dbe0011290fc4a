/**
 * Where log lines go and what they look like: standard error, in the form that clients of the peer parse, at the levels
 * that {@code RUST_LOG} asks for. Logback finds {@link dev.bobbin.appserver.logging.LogConfigurator} as a service.
 *
 * <p>Must not: be called by anything but Logback.
 */
@NullMarked
package dev.bobbin.appserver.logging;

import org.jspecify.annotations.NullMarked;
