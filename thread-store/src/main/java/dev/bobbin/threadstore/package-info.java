/**
 * The persistence boundary: where threads live, and the only way to reach stored history or metadata.
 */
@NullMarked
package dev.bobbin.threadstore;

import org.jspecify.annotations.NullMarked;
