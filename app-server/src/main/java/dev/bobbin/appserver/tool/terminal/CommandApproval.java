package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.policy.CommandRules;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.CommandExecutionApprovalDecision;
import dev.bobbin.protocol.v2.approval.CommandExecutionRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.NetworkPolicyRuleAction;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the user whether a command may run. */
final class CommandApproval {
    private static final Logger LOG = LoggerFactory.getLogger(CommandApproval.class);

    private final CommandRules rules;

    CommandApproval(CommandRules rules) {
        this.rules = rules;
    }

    /**
     * Returns if the command may run.
     *
     * @param amendment the beginning to offer to allow for good
     * @throws ToolFailure if it may not; the item is ended then
     * @throws TurnCancelled if the user wants the turn to end; the item is ended then
     */
    void ask(
            CommandRunner.Order order,
            Terminals terminals,
            Terminals.Approved command,
            @Nullable String reason,
            @Nullable List<String> amendment)
            throws ToolFailure, TurnCancelled, InterruptedException {
        if (terminals.isApproved(command)) {
            return;
        }
        var item = order.item();
        item.start(null, CommandExecutionSource.AGENT);
        switch (decision(order, reason, amendment)) {
            case CommandExecutionApprovalDecision.Accept _ -> {}
            case CommandExecutionApprovalDecision.AcceptForSession _ -> terminals.approve(command);
            case CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment accepted ->
                allow(accepted.execpolicyAmendment());
            case CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment network -> {
                if (network.networkPolicyAmendment().action() == NetworkPolicyRuleAction.DENY) {
                    throw refuse(order, CommandExecutionStatus.DECLINED);
                }
            }
            case CommandExecutionApprovalDecision.Decline _ -> throw refuse(order, CommandExecutionStatus.DECLINED);
            case CommandExecutionApprovalDecision.Cancel _ -> {
                item.refused(CommandExecutionStatus.DECLINED);
                throw new TurnCancelled();
            }
        }
    }

    private CommandExecutionApprovalDecision decision(
            CommandRunner.Order order, @Nullable String reason, @Nullable List<String> amendment)
            throws ToolFailure, InterruptedException {
        var item = order.item();
        try {
            return item.context()
                    .ask(
                            ServerMethods.ITEM_COMMAND_EXECUTION_REQUEST_APPROVAL,
                            params(order, reason, amendment),
                            AskKind.APPROVAL)
                    .decision();
        } catch (AskRefused e) {
            LOG.warn("no usable answer to the approval of {}: {}", item.id(), e.getMessage());
            throw refuse(
                    order,
                    e.reason() == AskRefused.Reason.ERROR
                            ? CommandExecutionStatus.FAILED
                            : CommandExecutionStatus.DECLINED);
        }
    }

    private static ToolFailure refuse(CommandRunner.Order order, CommandExecutionStatus status) {
        order.item().refused(status);
        return CommandFailures.declined(order);
    }

    private void allow(List<String> prefix) {
        try {
            rules.allow(prefix);
        } catch (IOException e) {
            LOG.warn("the rule for {} could not be kept", prefix, e);
        }
    }

    private static CommandExecutionRequestApprovalParams params(
            CommandRunner.Order order, @Nullable String reason, @Nullable List<String> amendment) {
        var item = order.item();
        var extra = order.extra();
        var context = item.context();
        var decisions = new ArrayList<CommandExecutionApprovalDecision>();
        decisions.add(new CommandExecutionApprovalDecision.Accept());
        if (amendment != null && extra == null) {
            decisions.add(new CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment(amendment));
        }
        decisions.add(new CommandExecutionApprovalDecision.Cancel());
        return new CommandExecutionRequestApprovalParams(
                context.threadId(),
                context.turnId(),
                item.id(),
                context.clock().millis(),
                null,
                reason,
                null,
                item.command(),
                item.cwd().toString(),
                item.actions(),
                extra == null ? null : extra.wire(),
                amendment,
                null,
                decisions);
    }
}
