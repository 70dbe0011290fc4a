package dev.bobbin.appserver.tool;

/** What a question to the client waits for, as the thread's status shows it. */
public enum AskKind {
    /** A command or change is to be approved. */
    APPROVAL,
    /** The user is to answer. */
    USER_INPUT,
    /** The client is to run a tool of its own, which is work and no waiting. */
    CLIENT_TOOL
}
