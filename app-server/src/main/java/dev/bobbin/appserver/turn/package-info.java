/**
 * Runs a turn: context, request, stream, tools, and again until the model has said its last word. Also compactions and
 * reviews, which are turns of their own kind.
 *
 * <p>A turn runs on a virtual thread of its own, blocks, and is ended early by an interrupt. It reaches its thread through
 * {@link TurnHost} only. Must not: write files of the thread or talk to connections.
 */
@NullMarked
package dev.bobbin.appserver.turn;

import org.jspecify.annotations.NullMarked;
