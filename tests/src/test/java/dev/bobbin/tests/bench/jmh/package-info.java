/**
 * Benchmarks of the hot paths, in their own JVMs: reading lines, folding them, encoding messages, appending, listing. Run by
 * {@code -Dbench=org.openjdk.jmh.Main}, see CONTRIBUTING.md.
 */
@NullMarked
package dev.bobbin.tests.bench.jmh;

import org.jspecify.annotations.NullMarked;
