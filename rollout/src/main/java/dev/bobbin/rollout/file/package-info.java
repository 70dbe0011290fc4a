/**
 * Rollouts as files: where they lie and how they are called, reading them as streams, appending to them.
 *
 * <p>A rollout is {@code sessions/YYYY/MM/DD/rollout-YYYY-MM-DDTHH-MM-SS-<thread id>.jsonl} below the home, local time, or,
 * archived, {@code archived_sessions/<same name>}. Either may be compressed as {@code <name>.zst}; the plain name stays its
 * logical path, and where both exist the plain file counts. Nothing here locks: one writer per file is the store's matter.
 *
 * <p>None of the descriptors is an interruptible channel: interrupting a thread never closes a rollout under it.
 */
@NullMarked
package dev.bobbin.rollout.file;

import org.jspecify.annotations.NullMarked;
