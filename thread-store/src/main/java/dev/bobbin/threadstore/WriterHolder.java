package dev.bobbin.threadstore;

import java.time.Instant;

/**
 * Who holds the right to append to a thread.
 *
 * @param pid process id on this machine
 * @param startedAt when that process started; tells a reused pid apart
 * @param client the name its client gave in {@code initialize}; empty when unknown
 */
public record WriterHolder(long pid, Instant startedAt, String client) {}
