package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.exec.CommandProcess;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.UserShell;
import dev.bobbin.appserver.tool.shell.CommandActions;
import dev.bobbin.appserver.tool.shell.ShellQuote;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Runs what the user typed: in the user's own shell, outside of any sandbox, and nobody is asked. */
public final class UserShellCommand implements UserShell {
    private static final CommandExecutionSource SOURCE = CommandExecutionSource.USER_SHELL;
    private static final int KILLED = -1;

    private final Shells shells;

    public UserShellCommand(Shells shells) {
        this.shells = shells;
    }

    @Override
    public RawJson run(String command, ToolContext context) throws InterruptedException {
        var cwd = context.settings().cwd();
        var line = shells.line(null, true, command);
        var item = new CommandItem(
                context, RandomIds.uuidV4(), ShellQuote.join(line), cwd, CommandActions.of(command, cwd));
        item.start(null, SOURCE);
        var since = System.nanoTime();
        var log = new OutputLog();
        var deltas = new DeltaPump(item::printed);
        var exitCode = KILLED;
        try {
            var launch = new Launch(line, cwd, shells.environment(), null, false);
            var process = CommandProcess.start(launch, (stream, bytes, length) -> {
                log.append(bytes, length);
                deltas.append(bytes, length);
            });
            exitCode = await(process, item, log, since);
        } catch (IOException e) {
            var problem = ("the shell could not be started: " + e.getMessage()).getBytes(StandardCharsets.UTF_8);
            log.append(problem, problem.length);
        } finally {
            deltas.close();
        }
        var wall = Duration.ofNanos(System.nanoTime() - since);
        item.ended(null, SOURCE, log.text(), exitCode, wall);
        return said(command, exitCode, wall, log);
    }

    private static int await(CommandProcess process, CommandItem item, OutputLog log, long since)
            throws InterruptedException {
        try {
            return process.await();
        } catch (InterruptedException e) {
            item.ended(null, SOURCE, log.text(), KILLED, Duration.ofNanos(System.nanoTime() - since));
            throw e;
        } finally {
            process.kill();
        }
    }

    private static RawJson said(String command, int exitCode, Duration wall, OutputLog log) {
        return ResponseItems.userText(String.format(
                Locale.ROOT,
                "<user_shell_command>\n<command>\n%s\n</command>\n<result>\nExit code: %d\nDuration: %.4f seconds\n"
                        + "Output:\n%s\n</result>\n</user_shell_command>",
                command,
                exitCode,
                wall.toNanos() / 1e9,
                ModelOutput.cut(log.take(), ModelOutput.MAX_TOKENS)));
    }
}
