/**
 * Drives an app-server the way a client does: requests, notifications and answers, over memory or over real stdio.
 *
 * <p>It speaks only the wire, so the same test runs against Bobbin in process, against its packaged form, and against
 * any other server of the protocol. Must not: reach into the server, or grow a method per wire method.
 */
@NullMarked
package dev.bobbin.tests.harness;

import org.jspecify.annotations.NullMarked;
