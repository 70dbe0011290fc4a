/** Finding files by a few letters of their names, and what of a checkout no remote has. Must not: write. */
@NullMarked
package dev.bobbin.appserver.search;

import org.jspecify.annotations.NullMarked;
