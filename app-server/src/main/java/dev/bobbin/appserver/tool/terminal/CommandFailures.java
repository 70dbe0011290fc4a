package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a command did not run, as models are told. */
final class CommandFailures {
    private CommandFailures() {}

    /** It was refused, by whomever. */
    static ToolFailure rejected(String command, String reason) {
        return new ToolFailure("exec_command failed for `" + command + "`: CreateProcess { message: "
                + quoted("Rejected(" + quoted(reason) + ")") + " }");
    }

    /** The system would not start it. */
    static ToolFailure notStarted(String command, Path cwd, IOException failure) {
        var why = Files.isDirectory(cwd)
                ? String.valueOf(failure.getMessage())
                : "No such file or directory (os error 2)";
        return rejected(command, "Failed to create unified exec process: " + why);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
