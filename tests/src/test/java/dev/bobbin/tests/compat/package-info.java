/** Homes that go back and forth between Bobbin and the peer. Skipped where the peer is not installed. */
@NullMarked
package dev.bobbin.tests.compat;

import org.jspecify.annotations.NullMarked;
