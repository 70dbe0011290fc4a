package dev.bobbin.threadstore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A stored thread to reopen for appending.
 *
 * @param rolloutPath the file, if the caller has it already; taken unverified
 * @param includeArchived whether an archived thread may be opened
 */
public record ResumeThread(String threadId, @Nullable Path rolloutPath, boolean includeArchived) {}
