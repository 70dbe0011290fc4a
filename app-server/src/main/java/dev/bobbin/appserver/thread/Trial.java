package dev.bobbin.appserver.thread;

import dev.bobbin.threadstore.LiveThread;

/** A live thread that is not yet anybody's: unless it is taken over, closing this lets go of it and leaves nothing behind. */
final class Trial implements AutoCloseable {
    private final LiveThread live;
    private boolean taken;

    Trial(LiveThread live) {
        this.live = live;
    }

    /** The live thread, to be prepared. */
    LiveThread live() {
        return live;
    }

    /** Takes it over for good. */
    LiveThread take() {
        taken = true;
        return live;
    }

    @Override
    public void close() {
        if (!taken) {
            live.discard();
        }
    }
}
