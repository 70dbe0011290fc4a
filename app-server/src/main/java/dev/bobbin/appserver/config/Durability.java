package dev.bobbin.appserver.config;

/** When rollouts are forced to the disk, so that they survive a crash of the machine (not only of the process). */
public enum Durability {
    /** After every batch of lines. */
    ALWAYS,
    /** At the end of a turn, and when a file or folder is made. */
    TURN,
    /** Never: the operating system decides. */
    NONE
}
