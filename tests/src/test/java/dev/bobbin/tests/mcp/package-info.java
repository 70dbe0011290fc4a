/** A tool server to test with, as a program of its own and over HTTP. Knows nothing of the server under test. */
@NullMarked
package dev.bobbin.tests.mcp;

import org.jspecify.annotations.NullMarked;
