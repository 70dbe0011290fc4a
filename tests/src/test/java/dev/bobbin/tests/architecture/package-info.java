/**
 * The house rules as tests: which package may know which, how long a file may be, what every package must say.
 *
 * <p>Each rule is a function of a root (a package or a folder), so that a fixture that breaks it on purpose can prove
 * that it fires. Skipped by {@code -Dfast}.
 */
@NullMarked
package dev.bobbin.tests.architecture;

import org.jspecify.annotations.NullMarked;
