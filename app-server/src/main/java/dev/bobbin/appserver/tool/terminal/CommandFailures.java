package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a command did not run, as models are told. */
final class CommandFailures {
    private CommandFailures() {}

    /** The user would not have it. */
    static ToolFailure declined(CommandRunner.Order order) {
        return order.source() == CommandExecutionSource.AGENT
                ? new ToolFailure("exec command rejected by user")
                : rejected(order.item().command(), "rejected by user");
    }

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
