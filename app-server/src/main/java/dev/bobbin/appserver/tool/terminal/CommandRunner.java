package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.sandbox.SandboxUnavailableException;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.policy.CommandJudge;
import dev.bobbin.appserver.tool.policy.CommandRequest;
import dev.bobbin.appserver.tool.policy.CommandRules;
import dev.bobbin.appserver.tool.policy.Verdict;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands that a model wants to run: judges, asks, fences, starts, and asks again where the fence was in the way.
 * Safe for use from many threads.
 */
public final class CommandRunner {
    private static final Launch.TerminalSize SIZE = new Launch.TerminalSize(24, 80);

    private final CommandJudge judge;
    private final CommandApproval approval;
    private final Sandbox sandbox;
    private final Shells shells;

    public CommandRunner(CommandRules rules, Sandbox sandbox, Shells shells) {
        this.judge = new CommandJudge(rules);
        this.approval = new CommandApproval(rules);
        this.sandbox = sandbox;
        this.shells = shells;
    }

    /**
     * One command to run.
     *
     * @param justification why the model wants it, for the user
     * @param source how clients see it started
     * @param inTerminal whether it gets a terminal, and keeps its input open
     * @param patience how long to wait for its end
     */
    record Order(
            CommandRequest request,
            CommandItem item,
            @Nullable String justification,
            CommandExecutionSource source,
            boolean inTerminal,
            Duration patience) {}

    Shells shells() {
        return shells;
    }

    /**
     * Runs one. The terminal that comes back is let go of by the caller, also when waiting is interrupted.
     *
     * @throws ToolFailure if it does not run; its item, if it was shown, is ended then
     */
    Terminal run(Order order, Terminals terminals) throws ToolFailure, TurnCancelled, InterruptedException {
        var settings = order.item().context().settings();
        var request = order.request();
        var approved = new Terminals.Approved(request.line(), order.item().cwd(), request.wantsOut());
        switch (judge.judge(request, settings.approvalPolicy(), settings.sandboxPolicy())) {
            case Verdict.Refuse refuse -> throw CommandFailures.rejected(request.display(), refuse.reason());
            case Verdict.Ask ask -> {
                var reason = order.justification() == null ? ask.reason() : order.justification();
                approval.ask(order.item(), terminals, approved, reason, ask.amendment());
                return request.wantsOut() ? unfenced(order, terminals) : fenced(order, terminals, retry -> true);
            }
            case Verdict.Run run -> {
                if (run.unfenced() || request.wantsOut()) {
                    return unfenced(order, terminals);
                }
                return fenced(order, terminals, item -> {
                    if (!asksAfterFailure(settings.approvalPolicy())) {
                        return false;
                    }
                    var outside = new Terminals.Approved(request.line(), item.cwd(), true);
                    approval.ask(item, terminals, outside, "command failed; retry without sandbox?", run.amendment());
                    return true;
                });
            }
        }
    }

    /** Decides whether a command may be tried again without its fence. */
    private interface Retry {
        boolean isAllowed(CommandItem item) throws ToolFailure, TurnCancelled, InterruptedException;
    }

    private static boolean asksAfterFailure(AskForApproval policy) {
        return switch (policy) {
            case AskForApproval.Untrusted _, AskForApproval.OnFailure _ -> true;
            case AskForApproval.Granular granular -> granular.sandboxApproval();
            case AskForApproval.OnRequest _, AskForApproval.Never _ -> false;
        };
    }

    private Terminal fenced(Order order, Terminals terminals, Retry retry)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var settings = order.item().context().settings();
        if (!Sandbox.isFenced(settings.sandboxPolicy())) {
            return unfenced(order, terminals);
        }
        List<String> line;
        try {
            line = Fence.around(
                    sandbox, order.request().line(), settings, order.item().cwd());
        } catch (SandboxUnavailableException e) {
            if (order.item().isStarted()) {
                order.item().refused(CommandExecutionStatus.FAILED);
            }
            throw CommandFailures.rejected(order.request().display(), String.valueOf(e.getMessage()));
        }
        var terminal = start(order, line, terminals);
        if (awaitOrLetGo(terminal, order.patience())
                && Fence.seemsInTheWay(terminal.exitCode(), terminal.output())
                && retry.isAllowed(order.item())) {
            return unfenced(order, terminals);
        }
        return terminal;
    }

    private Terminal unfenced(Order order, Terminals terminals) throws ToolFailure, InterruptedException {
        var terminal = start(order, order.request().line(), terminals);
        awaitOrLetGo(terminal, order.patience());
        return terminal;
    }

    private static boolean awaitOrLetGo(Terminal terminal, Duration wait) throws InterruptedException {
        try {
            return terminal.await(wait);
        } catch (InterruptedException e) {
            terminal.letGo();
            throw e;
        }
    }

    private Terminal start(Order order, List<String> line, Terminals terminals) throws ToolFailure {
        var item = order.item();
        var launch = new Launch(
                line, item.cwd(), shells.agentEnvironment(), order.inTerminal() ? SIZE : null, order.inTerminal());
        try {
            var terminal = terminals.start(item, launch, order.source());
            item.start(terminal.processId(), order.source());
            return terminal;
        } catch (IOException e) {
            if (item.isStarted()) {
                item.refused(CommandExecutionStatus.FAILED);
            }
            throw CommandFailures.notStarted(order.request().display(), item.cwd(), e);
        }
    }
}
