/**
 * From a line of input to the handler that answers it: reading messages, looking methods up and binding their
 * parameters with jsonrpc4j, order between requests, and errors.
 *
 * <p>Must not: know what any method does, besides {@code initialize} and the mock method.
 */
@NullMarked
package dev.bobbin.appserver.dispatch;

import org.jspecify.annotations.NullMarked;
