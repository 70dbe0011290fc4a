/**
 * What a rollout amounts to: pure folds over its lines, in order, one pass for all of them.
 *
 * <p>{@link dev.bobbin.rollout.replay.TurnReplay} makes the turns that clients see, {@link
 * dev.bobbin.rollout.replay.ContextReplay} the conversation that the model sees. Must not: files, threads, clocks.
 */
@NullMarked
package dev.bobbin.rollout.replay;

import org.jspecify.annotations.NullMarked;
