package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.tool.ItemNotes;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.CommandAction;
import dev.bobbin.protocol.v2.item.CommandExecutionOutputDeltaNotification;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.replay.BobbinRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command as its thread's clients see it. Shown as started once, and stored when it has ended. */
final class CommandItem {
    private static final Logger LOG = LoggerFactory.getLogger(CommandItem.class);

    private final ToolContext context;
    private final String id;
    private final String command;
    private final Path cwd;
    private final List<CommandAction> actions;

    // Guarded by this.
    private boolean isStarted;

    CommandItem(ToolContext context, String id, String command, Path cwd, List<CommandAction> actions) {
        this.context = context;
        this.id = id;
        this.command = command;
        this.cwd = cwd;
        this.actions = actions;
    }

    String id() {
        return id;
    }

    String command() {
        return command;
    }

    Path cwd() {
        return cwd;
    }

    List<CommandAction> actions() {
        return actions;
    }

    ToolContext context() {
        return context;
    }

    /** Shows that the command is about to be asked for, or runs. */
    synchronized void start(@Nullable String processId, CommandExecutionSource source) {
        if (!isStarted) {
            isStarted = true;
            var item = item(processId, source, CommandExecutionStatus.IN_PROGRESS, null, null, null);
            context.commit(List.of(), List.of(ItemNotes.started(context, item)));
        }
    }

    /** Whether clients know of it. */
    synchronized boolean isStarted() {
        return isStarted;
    }

    /** The command does not run. */
    void refused(CommandExecutionStatus status) {
        end(item(null, CommandExecutionSource.AGENT, status, null, null, null));
    }

    /** The command has ended. An empty output counts as none. */
    void ended(
            @Nullable String processId, CommandExecutionSource source, String output, int exitCode, Duration duration) {
        end(item(
                processId,
                source,
                exitCode == 0 ? CommandExecutionStatus.COMPLETED : CommandExecutionStatus.FAILED,
                output.isEmpty() ? null : output,
                exitCode,
                duration.toMillis()));
    }

    /** Stores that the command goes on, for readers of a turn that does not wait for it. */
    void goesOn(@Nullable String processId, CommandExecutionSource source, String output) {
        var item = item(
                processId, source, CommandExecutionStatus.IN_PROGRESS, output.isEmpty() ? null : output, null, null);
        context.commit(List.of(BobbinRecords.item(context.turnId(), item)), List.of());
    }

    void printed(String delta) {
        tryToTell(() -> context.delta(EncodedNotification.of(
                Notifications.ITEM_COMMAND_EXECUTION_OUTPUT_DELTA,
                new CommandExecutionOutputDeltaNotification(context.threadId(), context.turnId(), id, delta))));
    }

    private void end(ThreadItem item) {
        tryToTell(() -> context.commit(
                List.of(BobbinRecords.item(context.turnId(), item)), List.of(ItemNotes.completed(context, item))));
    }

    /** The thread of a command that ended late may be closed by then; there is nobody to tell then. */
    private void tryToTell(Runnable telling) {
        try {
            telling.run();
        } catch (RequestException e) {
            LOG.debug("command {} outlived its thread: {}", id, e.getMessage());
        }
    }

    ThreadItem.CommandExecution item(
            @Nullable String processId,
            CommandExecutionSource source,
            CommandExecutionStatus status,
            @Nullable String output,
            @Nullable Integer exitCode,
            @Nullable Long durationMs) {
        return new ThreadItem.CommandExecution(
                id, command, cwd.toString(), processId, source, status, actions, output, exitCode, durationMs);
    }
}
