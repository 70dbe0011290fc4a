/**
 * The persistence boundary: the only way to reach a thread's stored history or metadata.
 *
 * <p>{@link dev.bobbin.threadstore.ThreadStore} appends and reads and decides nothing; {@link
 * dev.bobbin.threadstore.LiveThread} sits above it, once per loaded thread, and turns what is appended into metadata.
 * The thread id is the only durable handle. A store from outside is named in configuration and found through {@link
 * dev.bobbin.threadstore.ThreadStoreProvider}.
 *
 * <p>Must not: depend on a store's implementation, or know JSON-RPC.
 */
@NullMarked
package dev.bobbin.threadstore;

import org.jspecify.annotations.NullMarked;
