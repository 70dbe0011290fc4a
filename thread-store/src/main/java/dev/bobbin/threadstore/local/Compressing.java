package dev.bobbin.threadstore.local;

/** Which rollouts a store compresses in the background once nobody has touched them for a week. */
public enum Compressing {
    NOTHING,
    ARCHIVED,
    /** Live ones, too: they become plain again before anything is appended. */
    ARCHIVED_AND_IDLE
}
