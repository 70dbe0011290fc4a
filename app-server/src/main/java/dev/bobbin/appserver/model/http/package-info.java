/**
 * Streaming calls over the JDK's HTTP client, and the reader for server-sent events. The only package that imports {@code
 * java.net.http}.
 *
 * <p>Callers block on virtual threads; an interrupt ends the call at once and gives its connection up. Must not: know what
 * a model is.
 */
@NullMarked
package dev.bobbin.appserver.model.http;

import org.jspecify.annotations.NullMarked;
