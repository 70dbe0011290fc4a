package dev.bobbin.appserver.tool.edit;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.patch.PatchException;
import dev.bobbin.appserver.tool.patch.PatchParser;
import dev.bobbin.appserver.tool.patch.PatchPlan;
import dev.bobbin.appserver.tool.permission.ThreadGrants;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.FileChangeApprovalDecision;
import dev.bobbin.protocol.v2.approval.FileChangeRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.turn.TurnDiffUpdatedNotification;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code apply_patch}: edits files, all of a patch or nothing. Called as a function, with free text, or by a script. */
public final class PatchTool implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(PatchTool.class);
    private static final String NAME = "apply_patch";
    private static final String REJECTED = "patch rejected by user";

    private static final String GRAMMAR = """
            start: begin hunk+ end
            begin: "*** Begin Patch" LF
            end: "*** End Patch" LF?
            hunk: add | delete | update
            add: "*** Add File: " name LF ("+" /(.*)/ LF)+
            delete: "*** Delete File: " name LF
            update: "*** Update File: " name LF move? change?
            move: "*** Move to: " name LF
            change: (context | line)+ eof?
            context: ("@@" | "@@ " /(.+)/) LF
            line: ("+" | "-" | " ") /(.*)/ LF
            eof: "*** End of File" LF
            name: /(.+)/
            %import common.LF
            """;

    private static final RawJson FREEFORM_SPEC = RawJson.of("{\"type\":\"custom\",\"name\":\"apply_patch\","
            + "\"description\":\"Edit files by a patch. Write the patch itself, not JSON.\",\"format\":{\"type\":"
            + "\"grammar\",\"syntax\":\"lark\",\"definition\":"
            + JsonStrings.quote(GRAMMAR) + "}}");

    private static final RawJson FUNCTION_SPEC = RawJson.of("""
            {"type":"function","name":"apply_patch","strict":false,\
            "description":"Edit files by a patch: *** Begin Patch, then for each file *** Add File: PATH with lines that \
            begin with +, *** Delete File: PATH, or *** Update File: PATH with an optional *** Move to: PATH and hunks of \
            @@ and lines that begin with a blank, - or +; last *** End Patch.",\
            "parameters":{"type":"object","properties":{"input":{"type":"string","description":"The whole patch."}},\
            "required":["input"],"additionalProperties":false}}""");

    private final Sandbox sandbox;
    private final Function<String, ThreadEdits> edits;
    private final Function<String, ThreadGrants> grants;

    /**
     * The tool over a sandbox.
     *
     * @param edits those of a thread, by its id
     * @param grants what the user of a thread has granted, by its id
     */
    public PatchTool(Sandbox sandbox, Function<String, ThreadEdits> edits, Function<String, ThreadGrants> grants) {
        this.sandbox = sandbox;
        this.grants = grants;
        this.edits = edits;
    }

    /** What the model says. */
    public record Arguments(String input) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RawJson spec() {
        return FREEFORM_SPEC;
    }

    /** As a function, for models that know no tools with free text. */
    public RawJson functionSpec() {
        return FUNCTION_SPEC;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, TurnCancelled, InterruptedException {
        var text = call.kind() == ToolCall.Kind.CUSTOM
                ? call.input()
                : ToolArguments.read(call, Arguments.class).input();
        var applied = apply(call, new PatchCommand(text, context.settings().cwd()), context);
        return ToolOutput.text(call, applied.text(), applied.success());
    }

    /** Applies a patch that a script was to apply, and tells of it as of a patch. */
    public ToolOutput applyInstead(ToolCall call, PatchCommand patch, ToolContext context)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var applied = apply(call, patch, context);
        return ToolOutput.text(call, applied.text(), applied.success());
    }

    /** Applies a patch that a script was to apply, and tells of it as of a command. */
    public ToolOutput applyFromCommand(ToolCall call, PatchCommand patch, ToolContext context)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var since = System.nanoTime();
        var applied = apply(call, patch, context);
        var text = String.format(
                Locale.ROOT, "Wall time: %.4f seconds\nOutput:\n%s", (System.nanoTime() - since) / 1e9, applied.text());
        return ToolOutput.text(call, text, applied.success());
    }

    private record Applied(String text, boolean success) {
        static Applied of(int exitCode, Duration wall, String output) {
            var tenths = Math.round(wall.toMillis() / 100.0);
            var seconds = tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
            return new Applied(
                    "Exit code: " + exitCode + "\nWall time: " + seconds + " seconds\nOutput:\n" + output,
                    exitCode == 0);
        }
    }

    private Applied apply(ToolCall call, PatchCommand patch, ToolContext context)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var plan = plan(patch);
        var threadEdits = edits.apply(context.threadId());
        var item = new PatchItem(context, call.callId(), plan);
        approve(plan, item, threadEdits);
        var since = System.nanoTime();
        try {
            plan.apply();
        } catch (IOException e) {
            var problem = "the patch could not be applied and nothing was changed: " + e.getMessage();
            item.applied(false, "", problem);
            return Applied.of(1, Duration.ofNanos(System.nanoTime() - since), problem);
        }
        item.applied(true, plan.summary(), "");
        showDiff(
                context,
                threadEdits.add(context.turnId(), plan, context.settings().cwd()));
        return Applied.of(0, Duration.ofNanos(System.nanoTime() - since), plan.summary());
    }

    private static PatchPlan plan(PatchCommand patch) throws ToolFailure {
        try {
            var parsed = PatchParser.parse(patch.text());
            if (parsed.changes().isEmpty()) {
                throw new ToolFailure("patch rejected: empty patch");
            }
            return PatchPlan.of(parsed, patch.cwd());
        } catch (PatchException e) {
            throw new ToolFailure("apply_patch verification failed: " + e.getMessage());
        }
    }

    /** Returns if the patch may be applied; by then the item is shown. */
    private void approve(PatchPlan plan, PatchItem item, ThreadEdits threadEdits)
            throws ToolFailure, TurnCancelled, InterruptedException {
        var settings = item.context().settings();
        var files = plan.touched();
        var isInside = files.stream().allMatch(file -> isWritable(file, item.context()));
        var asks = switch (settings.approvalPolicy()) {
            case AskForApproval.Untrusted _ -> true;
            case AskForApproval.OnRequest _, AskForApproval.OnFailure _ -> !isInside;
            case AskForApproval.Granular granular -> {
                if (!isInside && !granular.sandboxApproval()) {
                    throw outside(settings.sandboxPolicy());
                }
                yield !isInside;
            }
            case AskForApproval.Never _ -> {
                if (!isInside) {
                    throw outside(settings.sandboxPolicy());
                }
                yield false;
            }
        };
        item.start();
        if (asks && !threadEdits.areApproved(files)) {
            ask(item, threadEdits, files);
        }
    }

    private boolean isWritable(Path file, ToolContext context) {
        var settings = context.settings();
        var grant = grants.apply(context.threadId()).grant(context.turnId(), settings, null);
        var rules = settings.fileRules();
        return rules == null
                ? sandbox.allowsWrite(settings.sandboxPolicy(), settings.workspaceRoots(), grant, file)
                : sandbox.allowsWrite(rules, settings.workspaceRoots(), grant, file);
    }

    private static ToolFailure outside(SandboxPolicy policy) {
        return new ToolFailure("patch rejected: "
                + (policy instanceof SandboxPolicy.ReadOnly
                        ? "writing is blocked by read-only sandbox"
                        : "writing outside of the project")
                + "; rejected by user approval settings");
    }

    private static void ask(PatchItem item, ThreadEdits threadEdits, List<Path> files)
            throws ToolFailure, TurnCancelled, InterruptedException {
        switch (decision(item)) {
            case ACCEPT -> {}
            case ACCEPT_FOR_SESSION -> threadEdits.approve(files);
            case DECLINE -> {
                item.declined(REJECTED);
                throw new ToolFailure(REJECTED);
            }
            case CANCEL -> throw new TurnCancelled();
        }
    }

    private static FileChangeApprovalDecision decision(PatchItem item) throws ToolFailure, InterruptedException {
        var context = item.context();
        try {
            return context.ask(
                            ServerMethods.ITEM_FILE_CHANGE_REQUEST_APPROVAL,
                            new FileChangeRequestApprovalParams(
                                    context.threadId(),
                                    context.turnId(),
                                    item.id(),
                                    context.clock().millis(),
                                    null,
                                    null),
                            AskKind.APPROVAL)
                    .decision();
        } catch (AskRefused e) {
            LOG.warn("no usable answer to the approval of {}: {}", item.id(), e.getMessage());
            item.declined(REJECTED);
            throw new ToolFailure(REJECTED);
        }
    }

    /** Shows what the turn has changed so far, if it has changed anything. */
    public void showDiff(ToolContext context) {
        var diff = edits.apply(context.threadId()).diff(context.turnId());
        if (!diff.isEmpty()) {
            showDiff(context, diff);
        }
    }

    private static void showDiff(ToolContext context, String diff) {
        context.delta(EncodedNotification.of(
                Notifications.TURN_DIFF_UPDATED,
                new TurnDiffUpdatedNotification(context.threadId(), context.turnId(), diff)));
    }
}
