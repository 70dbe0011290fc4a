package dev.bobbin.appserver.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loaded threads, and the rule that a thread is opened by one request at a time: whoever asks for a thread that is being
 * opened or closed waits for the outcome instead of opening it twice.
 *
 * <p>Safe for use from many threads. Nothing slow happens under its lock.
 */
final class ThreadRegistry {
    private sealed interface Slot {
        record Opening() implements Slot {}

        record Live(ThreadActor actor) implements Slot {}

        record Closing() implements Slot {}
    }

    private final Map<String, Slot> slots = new HashMap<>();

    /** The loaded thread, or null. A thread that is being closed no longer counts. */
    synchronized @Nullable ThreadActor find(String threadId) {
        return slots.get(threadId) instanceof Slot.Live live ? live.actor() : null;
    }

    /**
     * Either finds the thread loaded, or reserves the right to open it, which the caller must then {@link #opened use} or
     * {@link #abandon give back}. Waits while somebody else opens it.
     *
     * @return the loaded thread, or null if the caller is to open it
     * @throws InterruptedException if interrupted while waiting
     */
    synchronized @Nullable ThreadActor findOrReserve(String threadId) throws InterruptedException {
        while (true) {
            // No switch over types here and on the way: the first one in the process takes longer than a request.
            var slot = slots.get(threadId);
            if (slot == null) {
                slots.put(threadId, new Slot.Opening());
                return null;
            }
            if (slot instanceof Slot.Live live) {
                return live.actor();
            }
            if (slot instanceof Slot.Closing) {
                throw ThreadErrors.closing(threadId);
            }
            wait();
        }
    }

    synchronized void opened(ThreadActor actor) {
        slots.put(actor.threadId(), new Slot.Live(actor));
        notifyAll();
    }

    synchronized void abandon(String threadId) {
        if (slots.get(threadId) instanceof Slot.Opening) {
            slots.remove(threadId);
        }
        notifyAll();
    }

    /** From now on the thread counts as not loaded, and reopening it is refused until it is {@link #closed}. */
    synchronized void closing(String threadId) {
        slots.put(threadId, new Slot.Closing());
    }

    synchronized void closed(String threadId) {
        if (!(slots.get(threadId) instanceof Slot.Live)) {
            slots.remove(threadId);
        }
        notifyAll();
    }

    /** The loaded threads, sorted by id. */
    synchronized List<ThreadActor> loaded() {
        var actors = new ArrayList<ThreadActor>(slots.size());
        for (var slot : slots.values()) {
            if (slot instanceof Slot.Live live) {
                actors.add(live.actor());
            }
        }
        actors.sort((a, b) -> a.threadId().compareTo(b.threadId()));
        return actors;
    }
}
