package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.RolloutItem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where threads live.
 *
 * <p>A store appends and reads; it does not decide, and never derives metadata from items: {@link LiveThread} does, and
 * says so with {@link #updateThreadMetadata}. Every method may be called from any thread and may block on the disk. For
 * one thread id, the calls between {@link #create} or {@link #resume} and {@link #shutdown} or {@link #discard} come from
 * one owner, one after another; reads may come from anywhere at any time. Every method may throw {@link
 * ThreadStoreException.Internal} when the disk fails. Every implementation passes {@code ThreadStoreContract}.
 */
public interface ThreadStore extends AutoCloseable {
    /**
     * Opens a writer for a new thread and writes nothing yet: the history is materialised, with the session_meta as its
     * first line, by the first {@link #append} or by {@link #persist}.
     *
     * @throws ThreadStoreException.InvalidRequest if the thread already has a writer in this process
     */
    void create(CreateThread params);

    /**
     * Opens a writer for a stored thread. On return no other process can append to it, and a last line cut short by a
     * crash has been repaired.
     *
     * @throws ThreadStoreException.InvalidRequest if no such thread is stored, if it is archived and that was not
     *     allowed, or if it already has a writer in this process
     * @throws ThreadStoreException.Conflict if another process holds it
     */
    void resume(ResumeThread params);

    /**
     * Appends raw history. On return a {@code kill -9} no longer loses it; see {@link #sync} for a power cut. What the disk
     * refuses stays queued and is written before whatever follows, once that can be done.
     *
     * @throws ThreadStoreException.NotFound if the thread has no writer here
     */
    void append(String threadId, List<? extends RolloutItem> items);

    /**
     * As {@link #append}, but what cannot be written now never will be: for what is refused when this fails.
     *
     * @throws ThreadStoreException.NotFound if the thread has no writer here
     */
    void appendNowOrNever(String threadId, List<? extends RolloutItem> items);

    /**
     * Appends another thread's history as it is, stamped with the current time, and reads what the thread's own then is: one
     * pass where that does both. What is copied does not depend on the sink; lines that are damaged may be left out. Part of
     * it may be there when this fails.
     *
     * @param lineLimit lines after so many are left out
     * @param history takes every line of the thread, the copied ones included, as {@link #readHistory} would give them to it on
     *     return; what it refuses is copied all the same
     * @throws ThreadStoreException.NotFound if the thread has no writer here
     */
    void appendHistory(String threadId, ReadHistory source, long lineLimit, HistorySink history);

    /** Materialises the history if that has not happened, and writes all that is queued. */
    void persist(String threadId);

    /** Writes all that is queued; a history not yet materialised stays so. */
    void flush(String threadId);

    /** Makes all that was appended survive a power cut, including the file's existence. */
    void sync(String threadId);

    /** Flushes and closes the writer. When that fails, the writer stays and the call may be repeated. */
    void shutdown(String threadId);

    /** Drops the writer. What is durable stays; what is not materialised is forgotten. */
    void discard(String threadId);

    /** Whether a writer is open for the thread in this process. */
    boolean hasWriter(String threadId);

    /**
     * Where the history of a thread with a writer lies, or will lie once materialised.
     *
     * @return null where the store keeps no files
     */
    @Nullable
    Path rolloutPath(String threadId);

    /**
     * Streams a history, oldest line first.
     *
     * @throws ThreadStoreException.InvalidRequest if no such history is stored
     */
    void readHistory(ReadHistory params, HistorySink sink);

    /**
     * Reads what is known of a thread.
     *
     * @throws ThreadStoreException.InvalidRequest if no such thread is stored, or it is archived and that was not allowed
     */
    StoredThread readThread(ReadThread params);

    /**
     * Reads what is known of a thread, and its history with it: one pass where that tells both.
     *
     * @param history takes every line
     * @throws ThreadStoreException.InvalidRequest as {@link #readThread(ReadThread)}
     */
    StoredThread readThread(ReadThread params, HistorySink history);

    /**
     * Finds a thread by an explicit path. Whatever is not a regular file is refused before anything is opened.
     *
     * @param path relative paths start at the store's home
     * @throws ThreadStoreException.InvalidRequest if the path leads to no rollout file, or the thread is archived and
     *     that was not allowed
     */
    StoredThread readThreadByPath(Path path, boolean includeArchived);

    /**
     * Lists threads, a page at a time.
     *
     * @throws ThreadStoreException.InvalidRequest if the cursor is not one of ours and not a time
     */
    ThreadPage listThreads(ListThreads params);

    /**
     * Lists threads whose conversation has a term, a page at a time.
     *
     * @throws ThreadStoreException.InvalidRequest if the cursor is not one of ours and not a time
     */
    SearchPage searchThreads(SearchThreads params);

    /**
     * The only way metadata changes. The result is the thread as it now is; later reads and lists show it.
     *
     * @throws ThreadStoreException.InvalidRequest if no such thread is stored, or it is archived and that was not allowed
     */
    StoredThread updateThreadMetadata(String threadId, MetadataPatch patch, boolean includeArchived);

    /**
     * Moves a thread to the archive.
     *
     * @throws ThreadStoreException.InvalidRequest if no such live thread is stored
     */
    void archiveThread(String threadId);

    /**
     * Moves a thread back from the archive.
     *
     * @throws ThreadStoreException.InvalidRequest if no such archived thread is stored
     */
    StoredThread unarchiveThread(String threadId);

    /**
     * Deletes a thread for good: its history in every form, its metadata, its name. Forks of it stay whole.
     *
     * @throws ThreadStoreException.InvalidRequest if no such thread is stored
     */
    void deleteThread(String threadId);

    /** Threads spawned by this one as sub-agents, and by those, nearest first. */
    List<String> descendants(String threadId);

    /** Writes out what is pending and releases everything. Writers still open are shut down. */
    @Override
    void close();
}
