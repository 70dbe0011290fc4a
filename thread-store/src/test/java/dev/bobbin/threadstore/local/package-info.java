/** The store of rollout files: the contract of all stores, and what only files can do wrong. */
@NullMarked
package dev.bobbin.threadstore.local;

import org.jspecify.annotations.NullMarked;
