package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.rollout.replay.ModelContext;
import org.jspecify.annotations.Nullable;

/**
 * How to read a thread's conversation back from its journal. Who has looked at the whole history before knows where the part of
 * it begins that is worth reading, and what it says of settings.
 *
 * @param from where that part begins, as a store counts
 * @param omittedBytes what lies before it; 0 if that is nothing
 * @param told what the whole history says, but for the items; null if nobody has looked
 */
record StoredConversation(
        long from, long omittedBytes, @Nullable ModelContext told) {
    /** To be read from the beginning. */
    static final StoredConversation WHOLE = new StoredConversation(0, 0, null);

    /** As a look at the whole history found it. */
    static StoredConversation of(HistoryReplay seen) {
        var tail = seen.tail();
        return tail.from() == 0 ? WHOLE : new StoredConversation(tail.from(), tail.omittedBytes(), seen.modelContext());
    }

    /** Reads it; on the thread's owner. */
    ThreadContext read(LoadedThread thread) {
        var journal = thread.journal();
        var replay = HistoryReplay.ofContext();
        journal.readHistory(from, replay);
        if (from > 0 && !replay.isComplete()) {
            return WHOLE.read(thread);
        }
        replay.complete(journal::readHistory);
        var found = replay.modelContext();
        if (told == null || replay.beginning() < from) {
            return of(found, thread);
        }
        var omitted = omittedBytes + found.omittedBytes();
        return of(
                new ModelContext(
                        found.items(),
                        omitted,
                        told.lastTurnContext(),
                        told.baselineCleared() || omitted > 0,
                        told.previousModel(),
                        told.lastUsage()),
                thread);
    }

    /** Ready for the next turn. Where it is not all, the clients hear of it, and the size is known by estimate only. */
    static ThreadContext of(ModelContext found, LoadedThread thread) {
        var baseline = found.baselineCleared() ? null : found.lastTurnContext();
        var context = ThreadContext.of(found.items(), baseline, found.lastUsage());
        if (found.omittedBytes() > 0) {
            var settings = thread.settings();
            context.reestimate(settings.baseInstructions(), settings.modelContextWindow());
            thread.warn("The conversation is too long to be sent whole: its oldest " + (found.omittedBytes() >> 20)
                    + " MiB are left out of what the model is sent. They stay in the thread's history.");
        }
        return context;
    }
}
