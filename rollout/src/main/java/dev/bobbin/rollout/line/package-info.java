/**
 * One line of a rollout: what it means and how it is spelled.
 *
 * <p>A line is {@code {"timestamp":"2026-01-02T03:04:05.678Z","type":T,"payload":{...}}} and a newline: compact JSON in
 * UTF-8, keys in this order, time in UTC with exactly three digits. {@code T} is {@code session_meta},
 * {@code response_item}, {@code compacted}, {@code turn_context} or {@code event_msg}, whose payload has a
 * {@code type} of its own. Types that begin with {@code bobbin} are ours: other readers of the format skip types they do
 * not know. Readers ignore unknown fields; nobody rewrites a line, so nothing unknown is lost.
 *
 * <p>History: events of early versions lack turn ids and task markers ({@code turn_aborted} without {@code turn_id},
 * turns known by their {@code user_message} only); {@code compacted} without {@code replacement_history} means that the
 * context is the user messages and the summary; {@code turn_started} and {@code turn_complete} are other spellings of
 * {@code task_started} and {@code task_complete}; {@code ghost_snapshot} items are no longer read.
 *
 * <p>Must not: files, threads, clocks.
 */
@NullMarked
package dev.bobbin.rollout.line;

import org.jspecify.annotations.NullMarked;
