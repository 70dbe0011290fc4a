package dev.bobbin.threadstore;

/** @param includeArchived whether an archived thread may be read */
public record ReadThread(String threadId, boolean includeArchived) {}
