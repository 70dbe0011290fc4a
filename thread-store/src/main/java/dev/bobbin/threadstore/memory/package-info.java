/**
 * A store that forgets everything when the process ends: for ephemeral threads and most tests. Complete, with lists,
 * filters and search.
 */
@NullMarked
package dev.bobbin.threadstore.memory;

import org.jspecify.annotations.NullMarked;
