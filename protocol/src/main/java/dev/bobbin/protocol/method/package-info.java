/**
 * The tables of the protocol: one row per wire name, with the types that go with it and what must not overtake what.
 *
 * <p>Must not: do anything at class initialisation beyond making rows.
 */
@NullMarked
package dev.bobbin.protocol.method;

import org.jspecify.annotations.NullMarked;
