/**
 * What a turn needs from a model: one request, and the events of its answer.
 *
 * <p>Items go in and come out as raw JSON, so that what a model said is sent back to it byte for byte. The texts and kinds
 * of failures are those that clients know. Must not: know threads, or write anything.
 */
@NullMarked
package dev.bobbin.appserver.model;

import org.jspecify.annotations.NullMarked;
