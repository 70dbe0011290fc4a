/**
 * What calls to all HTTP providers share: address, headers and keys, silent repetition, and the texts of failures.
 * Must not: know the wire format of requests or events.
 */
@NullMarked
package dev.bobbin.appserver.model.provider;

import org.jspecify.annotations.NullMarked;
