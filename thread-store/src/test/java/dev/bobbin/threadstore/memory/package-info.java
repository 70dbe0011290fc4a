/** The in-memory store against the contract of all stores. */
@NullMarked
package dev.bobbin.threadstore.memory;

import org.jspecify.annotations.NullMarked;
