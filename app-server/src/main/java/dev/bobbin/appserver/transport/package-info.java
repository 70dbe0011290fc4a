/**
 * Lines of bytes in and out. The only package that touches the process's standard streams.
 *
 * <p>Must not: know what a line means.
 */
@NullMarked
package dev.bobbin.appserver.transport;

import org.jspecify.annotations.NullMarked;
