/**
 * The thread index that all programs sharing a home keep in {@code state_5.sqlite}. Made from rollouts and disposable: every
 * failure here is survived by reading the rollouts instead.
 *
 * <p>Format: one row in {@code threads} for each thread, times both in seconds and, under names ending in {@code _ms}, in
 * milliseconds; {@code _sqlx_migrations} holds the 35 migrations with checksums by which those programs recognise it. A
 * database that is not recognised is never touched. Nothing of ours alone is kept in it.
 */
@NullMarked
package dev.bobbin.threadstore.local.sqlite;

import org.jspecify.annotations.NullMarked;
