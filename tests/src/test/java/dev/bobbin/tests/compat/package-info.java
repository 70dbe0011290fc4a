/**
 * What others made, with Bobbin: homes that go back and forth between it and the peer, the peer's terminal UI, clients from
 * npm, the peer's schemas. What needs an installation is skipped without it.
 */
@NullMarked
package dev.bobbin.tests.compat;

import org.jspecify.annotations.NullMarked;
