/**
 * What wire records say about themselves beyond their Java types: annotations on components, names of enum constants, and
 * the tri-state {@link dev.bobbin.protocol.wire.Patch}.
 *
 * <p>Must not: depend on any other package of the protocol.
 */
@NullMarked
package dev.bobbin.protocol.wire;

import org.jspecify.annotations.NullMarked;
