package dev.bobbin.appserver.tool.policy;

import dev.bobbin.appserver.tool.shell.ShellQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that wants to run.
 *
 * @param line the program and its arguments
 * @param script what the shell in {@code line} is to run; null if the program is none
 * @param wantsOut whether it is to run outside of the sandbox
 * @param prefix the beginning of commands that the model suggests to allow for good; may be empty
 */
public record CommandRequest(List<String> line, @Nullable String script, boolean wantsOut, List<String> prefix) {
    /** The line as a person types it. */
    public String display() {
        return ShellQuote.join(line);
    }
}
