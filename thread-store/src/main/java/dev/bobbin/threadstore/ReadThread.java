package dev.bobbin.threadstore;

/**
 * Which thread to read.
 *
 * @param includeArchived whether an archived thread may be read
 */
public record ReadThread(String threadId, boolean includeArchived) {}
