/** The distribution as a client meets it: a launcher, its JVM, and nothing but protocol on stdout. */
@NullMarked
package dev.bobbin.tests.launcher;

import org.jspecify.annotations.NullMarked;
