/** What every store has to do, as tests that a store from elsewhere can run against itself. */
@NullMarked
package dev.bobbin.threadstore;

import org.jspecify.annotations.NullMarked;
