package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.sandbox.Fenced;
import dev.bobbin.appserver.sandbox.Grant;
import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.sandbox.SandboxUnavailableException;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.permission.Permissions;
import dev.bobbin.appserver.tool.permission.ThreadGrants;
import dev.bobbin.appserver.tool.policy.CommandJudge;
import dev.bobbin.appserver.tool.policy.CommandRequest;
import dev.bobbin.appserver.tool.policy.CommandRules;
import dev.bobbin.appserver.tool.policy.Verdict;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands that a model wants to run: judges, asks, fences, starts, and asks again where the fence was in the way.
 * Safe for use from many threads.
 */
public final class CommandRunner {
    private static final Launch.TerminalSize SIZE = new Launch.TerminalSize(24, 80);

    private static final int INTERRUPTED = 1;

    /** How long the end of a killed command may take. */
    private static final Duration ENDING = Duration.ofMillis(80);

    private final CommandJudge judge;
    private final CommandApproval approval;
    private final Sandbox sandbox;
    private final Shells shells;
    private final Function<String, ThreadGrants> grants;

    /** @param grants what the user of a thread has granted, by its id */
    public CommandRunner(CommandRules rules, Sandbox sandbox, Shells shells, Function<String, ThreadGrants> grants) {
        this.judge = new CommandJudge(rules);
        this.approval = new CommandApproval(rules);
        this.sandbox = sandbox;
        this.shells = shells;
        this.grants = grants;
    }

    /**
     * One command to run.
     *
     * @param justification why the model wants it, for the user
     * @param extra what the sandbox is to be widened by for this command alone; null for nothing
     * @param source how clients see it started
     * @param inTerminal whether it gets a terminal, and keeps its input open
     * @param patience how long to wait for its end
     */
    record Order(
            CommandRequest request,
            CommandItem item,
            @Nullable String justification,
            @Nullable Permissions extra,
            CommandExecutionSource source,
            boolean inTerminal,
            Duration patience) {
        Terminals.Approved approved(CommandRequest.Reach reach) {
            return new Terminals.Approved(request.line(), item.cwd(), reach, extra);
        }
    }

    /** What holds beyond the sandbox of a thread's turn. */
    Permissions granted(String threadId, String turnId) {
        return grants.apply(threadId).in(turnId);
    }

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
        var isOutside = request.reach() == CommandRequest.Reach.OUTSIDE;
        var verdict = judge.judge(request, settings.approvalPolicy(), judgedBy(settings));
        if (verdict instanceof Verdict.Refuse refuse) {
            throw CommandFailures.rejected(request.display(), refuse.reason());
        }
        if (verdict instanceof Verdict.Ask ask) {
            var reason = order.justification() == null ? ask.reason() : order.justification();
            approval.ask(order, terminals, order.approved(request.reach()), reason, ask.amendment());
            return isOutside ? unfenced(order, terminals) : fenced(order, terminals, retry -> true);
        }
        var run = (Verdict.Run) verdict;
        if (run.unfenced() || isOutside) {
            return unfenced(order, terminals);
        }
        return fenced(order, terminals, retried -> {
            if (!asksAfterFailure(settings.approvalPolicy())) {
                return false;
            }
            var outside = retried.approved(CommandRequest.Reach.OUTSIDE);
            approval.ask(retried, terminals, outside, "command failed; retry without sandbox?", run.amendment());
            return true;
        });
    }

    /** Decides whether a command may be tried again without its fence. */
    private interface Retry {
        boolean isAllowed(Order order) throws ToolFailure, TurnCancelled, InterruptedException;
    }

    private static boolean asksAfterFailure(AskForApproval policy) {
        return policy instanceof AskForApproval.Granular granular
                ? granular.sandboxApproval()
                : policy instanceof AskForApproval.Untrusted || policy instanceof AskForApproval.OnFailure;
    }

    private Terminal fenced(Order order, Terminals terminals, Retry retry)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var settings = order.item().context().settings();
        if (settings.fileRules() == null && !Sandbox.isFenced(settings.sandboxPolicy())) {
            return unfenced(order, terminals);
        }
        Fenced fenced;
        try {
            fenced = wrap(order, settings);
        } catch (SandboxUnavailableException e) {
            if (order.item().isStarted()) {
                order.item().refused(CommandExecutionStatus.FAILED);
            }
            throw CommandFailures.rejected(order.request().display(), String.valueOf(e.getMessage()));
        }
        var terminal = start(order, fenced, terminals, hasNetwork(order));
        if (awaitOrLetGo(terminal, order.patience())
                && Fence.seemsInTheWay(terminal.exitCode(), terminal.output())
                && retry.isAllowed(order)) {
            return unfenced(order, terminals);
        }
        return terminal;
    }

    private Fenced wrap(Order order, TurnSettings settings) throws SandboxUnavailableException {
        var line = order.request().line();
        var roots = settings.workspaceRoots();
        var cwd = order.item().cwd();
        var rules = settings.fileRules();
        return rules == null
                ? sandbox.wrap(line, settings.sandboxPolicy(), roots, cwd, grant(order))
                : sandbox.wrap(line, rules, roots, cwd, grant(order));
    }

    /** Rules of the user's own are a fence, whatever policy comes nearest to them. */
    private static SandboxPolicy judgedBy(TurnSettings settings) {
        var rules = settings.fileRules();
        return rules == null || Sandbox.isFenced(settings.sandboxPolicy())
                ? settings.sandboxPolicy()
                : new SandboxPolicy.ReadOnly(rules.network());
    }

    private Terminal unfenced(Order order, Terminals terminals) throws ToolFailure, InterruptedException {
        var terminal = start(order, new Fenced(order.request().line(), () -> {}), terminals, true);
        awaitOrLetGo(terminal, order.patience());
        return terminal;
    }

    /** What the user lets the command do beyond the policy. */
    private Grant grant(Order order) {
        var context = order.item().context();
        return grants.apply(context.threadId()).grant(context.turnId(), context.settings(), order.extra());
    }

    private boolean hasNetwork(Order order) {
        var settings = order.item().context().settings();
        var rules = settings.fileRules();
        if (rules != null) {
            return rules.network() || grant(order).network();
        }
        var policy = settings.sandboxPolicy();
        if (grant(order).network() || !Sandbox.isFenced(policy)) {
            return true;
        }
        return policy instanceof SandboxPolicy.ReadOnly readOnly
                ? readOnly.networkAccess()
                : ((SandboxPolicy.WorkspaceWrite) policy).networkAccess();
    }

    private static boolean awaitOrLetGo(Terminal terminal, Duration wait) throws InterruptedException {
        try {
            return terminal.await(wait);
        } catch (InterruptedException e) {
            if (terminal.source() == CommandExecutionSource.AGENT) {
                endAtOnce(terminal);
            }
            terminal.letGo();
            throw e;
        }
    }

    /** Nobody could reach it later, so it does not go on. Its end is waited for, as its turn is about to end too. */
    private static void endAtOnce(Terminal terminal) {
        terminal.kill(INTERRUPTED);
        try {
            terminal.await(ENDING);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private Terminal start(Order order, Fenced fenced, Terminals terminals, boolean hasNetwork) throws ToolFailure {
        var item = order.item();
        var launch = new Launch(
                fenced.line(),
                item.cwd(),
                shells.agentEnvironment(item.context().threadId(), hasNetwork),
                order.inTerminal() ? SIZE : null,
                order.inTerminal());
        try {
            var terminal = terminals.start(item, launch, order.source(), fenced.onEnd());
            item.start(terminal.processId(), order.source());
            return terminal;
        } catch (IOException e) {
            fenced.onEnd().run();
            if (item.isStarted()) {
                item.refused(CommandExecutionStatus.FAILED);
            }
            throw CommandFailures.notStarted(order.request().display(), item.cwd(), e);
        }
    }
}
