/**
 * The rollout: one JSONL file per thread on disk, its format and its replay.
 */
@NullMarked
package dev.bobbin.rollout;

import org.jspecify.annotations.NullMarked;
