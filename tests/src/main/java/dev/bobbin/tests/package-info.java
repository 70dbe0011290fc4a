/**
 * The harness for regression suites, and every test that starts a server.
 */
@NullMarked
package dev.bobbin.tests;

import org.jspecify.annotations.NullMarked;
