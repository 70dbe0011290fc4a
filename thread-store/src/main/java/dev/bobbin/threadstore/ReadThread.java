package dev.bobbin.threadstore;

/**
 * Which thread to read.
 *
 * @param includeArchived whether an archived thread may be read
 * @param headSuffices whether what the beginning of its history says is enough, because the caller reads on by itself
 */
public record ReadThread(String threadId, boolean includeArchived, boolean headSuffices) {
    /** All that is known of a thread. */
    public ReadThread(String threadId, boolean includeArchived) {
        this(threadId, includeArchived, false);
    }
}
