package dev.bobbin.appserver.exec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and how.
 *
 * @param command the program and its arguments
 * @param cwd the working directory; has to exist
 * @param environment all of the child's variables; nothing is inherited
 * @param terminal the size of the terminal to give it, or null for pipes
 * @param takesInput whether its input stays open for {@link CommandProcess#write}; otherwise it reads an empty input
 */
public record Launch(
        List<String> command,
        Path cwd,
        Map<String, String> environment,
        @Nullable TerminalSize terminal,
        boolean takesInput) {
    /** A terminal's size in characters. */
    public record TerminalSize(int rows, int columns) {}
}
