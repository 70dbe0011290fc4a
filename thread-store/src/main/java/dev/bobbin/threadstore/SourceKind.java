package dev.bobbin.threadstore;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of sources that lists can be narrowed to. */
public enum SourceKind {
    CLI,
    VSCODE,
    EXEC,
    /** Stored as {@code mcp}. */
    APP_SERVER,
    /** A custom source that counts as interactive: {@code atlas} or {@code chatgpt}. */
    CUSTOM_INTERACTIVE,
    CUSTOM,
    SUB_AGENT_REVIEW,
    SUB_AGENT_COMPACT,
    SUB_AGENT_THREAD_SPAWN,
    SUB_AGENT_OTHER,
    UNKNOWN;

    /** What is listed when no kind is asked for: threads that a person started. */
    public static Set<SourceKind> interactive() {
        return EnumSet.of(CLI, VSCODE, CUSTOM_INTERACTIVE);
    }

    /** Every kind of sub-agent. */
    public static Set<SourceKind> subAgents() {
        return EnumSet.of(SUB_AGENT_REVIEW, SUB_AGENT_COMPACT, SUB_AGENT_THREAD_SPAWN, SUB_AGENT_OTHER);
    }
}
