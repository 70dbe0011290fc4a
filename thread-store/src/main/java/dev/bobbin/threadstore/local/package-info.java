/**
 * Threads as rollout files in a home that is shared with other programs. The files are the truth; the list in memory and
 * the SQLite database are made from them and may be lost at any time.
 *
 * <p>One writer per thread, across processes: see {@link dev.bobbin.threadstore.local.WriterLocks}. Reading needs no lock.
 * What this package creates is readable by its owner only.
 *
 * <p>Must not: import {@code java.sql}, or derive metadata from appended items.
 */
@NullMarked
package dev.bobbin.threadstore.local;

import org.jspecify.annotations.NullMarked;
