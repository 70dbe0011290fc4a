package dev.bobbin.threadstore.local.sqlite;

import dev.bobbin.threadstore.StoredThread;

/** Something to write. A later change of a thread replaces an earlier one that was not yet written. */
sealed interface StateChange {
    String threadId();

    /**
     * The thread as it is now.
     *
     * @param nameDecided whether a name, or that there is none, was decided; else an explicit title in the row stays
     */
    record Put(StoredThread thread, boolean nameDecided) implements StateChange {
        @Override
        public String threadId() {
            return thread.threadId();
        }
    }

    record Delete(String threadId) implements StateChange {}

    default StateChange after(StateChange earlier) {
        return this instanceof Put put && earlier instanceof Put before && before.nameDecided
                ? new Put(put.thread, true)
                : this;
    }
}
