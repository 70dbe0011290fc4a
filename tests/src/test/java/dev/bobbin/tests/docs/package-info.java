/** The pages of {@code docs/protocol}: written by a test run, and held to be true by every other. */
@NullMarked
package dev.bobbin.tests.docs;

import org.jspecify.annotations.NullMarked;
