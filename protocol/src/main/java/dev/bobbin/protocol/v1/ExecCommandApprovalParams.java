package dev.bobbin.protocol.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code execCommandApproval}. */
public record ExecCommandApprovalParams(
        String conversationId,
        String callId,
        @Nullable String approvalId,
        List<String> command,
        String cwd,
        @Nullable String reason,
        List<ParsedCommand> parsedCmd) {}
