package dev.bobbin.appserver.tool;

import dev.bobbin.rollout.line.RawJson;

/** Runs a command that the user typed, rather than the model. */
public interface UserShell {
    /**
     * Runs it and shows it as an item.
     *
     * @return the message that tells the model what was run and what came of it
     * @throws InterruptedException if the turn was interrupted
     */
    RawJson run(String command, ToolContext context) throws InterruptedException;
}
