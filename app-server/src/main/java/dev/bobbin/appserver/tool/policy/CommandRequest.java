package dev.bobbin.appserver.tool.policy;

import dev.bobbin.appserver.tool.shell.ShellQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that wants to run.
 *
 * @param line the program and its arguments
 * @param script what the shell in {@code line} is to run; null if the program is none
 * @param reach where it is to run
 * @param prefix the beginning of commands that the model suggests to allow for good; may be empty
 */
public record CommandRequest(List<String> line, @Nullable String script, Reach reach, List<String> prefix) {
    /** Where a command is to run, from the narrowest on. */
    public enum Reach {
        /** In the sandbox of its turn. */
        USUAL,
        /** In that sandbox, widened for this command. */
        WIDENED,
        /** Outside of any sandbox. */
        OUTSIDE
    }

    /** The line as a person types it. */
    public String display() {
        return ShellQuote.join(line);
    }
}
