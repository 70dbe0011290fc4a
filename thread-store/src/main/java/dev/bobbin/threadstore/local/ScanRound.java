package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.HeadScan;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One round of {@link HomeScan}: what it is for, and how far it has come. One thread at a time. */
final class ScanRound {
    static final int FILES_AT_ONCE = 16;
    /** Looks that cost little, because little was read before them. */
    private static final int EARLY_LOOKS = 8;

    final Pause pause;
    private final LongPredicate enough;
    private byte @Nullable [] buffer;
    private int looks;
    private long done;
    private long nextLook;

    ScanRound(LongPredicate enough, Pause pause) {
        this.enough = enough;
        this.pause = pause;
    }

    void did(int steps) {
        done += steps;
    }

    /** Looks more seldom the more was done: a look takes the longer the less is found. */
    boolean isEnough(long endOfUnknown) {
        if (looks >= EARLY_LOOKS && done < nextLook) {
            return false;
        }
        looks++;
        nextLook = done + Math.max(FILES_AT_ONCE, done / 4);
        return enough.test(endOfUnknown);
    }

    byte[] buffer() {
        var made = buffer;
        if (made == null) {
            made = new byte[HeadScan.BUFFER_BYTES];
            buffer = made;
        }
        return made;
    }

    /** What is done before some files are read in a long round. */
    interface Pause {
        Pause NONE = () -> {};

        void pause() throws InterruptedException;
    }
}
