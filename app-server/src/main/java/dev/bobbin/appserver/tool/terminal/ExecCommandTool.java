package dev.bobbin.appserver.tool.terminal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.edit.PatchCommand;
import dev.bobbin.appserver.tool.edit.PatchTool;
import dev.bobbin.appserver.tool.permission.AskedPermissions;
import dev.bobbin.appserver.tool.policy.CommandRequest;
import dev.bobbin.appserver.tool.shell.CommandActions;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.WireEnum;
import dev.bobbin.protocol.wire.WireInt;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code exec_command}: runs a script in a shell, and leaves it running where it takes long. */
public final class ExecCommandTool implements Tool {
    private static final long DEFAULT_WAIT_MS = 10_000;
    static final long MIN_WAIT_MS = 250;
    static final long MAX_WAIT_MS = 30_000;

    /** The feature under which a command may ask for a wider sandbox. */
    public static final String WIDENING_FEATURE = "exec_permission_approvals";

    private static final String TEMPLATE = """
            {"type":"function","name":"exec_command","strict":false,\
            "description":"Run a shell script. Gives what it printed and its exit code, or, when it takes longer than \
            the waiting time, a session id under which write_stdin reaches it.",\
            "parameters":{"type":"object","properties":{\
            "cmd":{"type":"string","description":"The script."},\
            "workdir":{"type":"string","description":"Folder to run in; that of the turn unless given."},\
            "shell":{"type":"string","description":"Path of the shell; the user's own unless given."},\
            "login":{"type":"boolean","description":"Whether the shell reads the user's profile. True unless given."},\
            "tty":{"type":"boolean","description":"Whether it runs in a terminal and can be written to. False unless given."},\
            "yield_time_ms":{"type":"number","description":"Milliseconds to wait for the end, 250 to 30000; 10000 unless given."},\
            "max_output_tokens":{"type":"number","description":"How much output to give at most; 10000 unless given."},\
            "sandbox_permissions":{"type":"string","enum":["use_default",%s"require_escalated"],\
            "description":"require_escalated asks the user to let it run outside of the sandbox."},%s\
            "justification":{"type":"string","description":"With require_escalated: the question to put to the user."},\
            "prefix_rule":{"type":"array","items":{"type":"string"},"description":"With require_escalated: first \
            words of commands that the user could allow from now on."}},\
            "required":["cmd"],"additionalProperties":false}}""";

    private static final String WIDENED = """
            "additional_permissions":{"type":"object","description":"With with_additional_permissions: what the sandbox is to \
            be widened by for this command.","properties":{\
            "network":{"type":"object","properties":{"enabled":{"type":"boolean"}},"additionalProperties":false},\
            "file_system":{"type":"object","properties":{"read":{"type":"array","items":{"type":"string"}},\
            "write":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},\
            "additionalProperties":false},""";

    /** Made with the first request to a model. */
    private static final class Usual {
        static final RawJson SPEC = RawJson.of(TEMPLATE.formatted("", ""));
    }

    /** Made with the first request of a turn that has the feature. */
    private static final class Widening {
        static final RawJson SPEC = RawJson.of(TEMPLATE.formatted("\"with_additional_permissions\",", WIDENED));
    }

    private final CommandRunner runner;
    private final Function<String, Terminals> terminals;
    private final PatchTool patches;

    /** @param terminals those of a thread, by its id */
    public ExecCommandTool(CommandRunner runner, Function<String, Terminals> terminals, PatchTool patches) {
        this.runner = runner;
        this.terminals = terminals;
        this.patches = patches;
    }

    /** What may be asked for beyond the turn's own sandbox. */
    public enum SandboxPermissions implements WireEnum {
        USE_DEFAULT("use_default"),
        REQUIRE_ESCALATED("require_escalated"),
        WITH_ADDITIONAL_PERMISSIONS("with_additional_permissions");

        private final String wireName;

        SandboxPermissions(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** What the model says. */
    public record Arguments(
            String cmd,
            @Nullable String workdir,
            @Nullable String shell,
            @Defaulted("true") boolean login,
            @Defaulted boolean tty,

            @JsonProperty("yield_time_ms") @WireInt("u64") @Nullable
            Long yieldTimeMs,

            @JsonProperty("max_output_tokens") @WireInt("usize") @Nullable
            Long maxOutputTokens,

            @JsonProperty("sandbox_permissions") @Nullable SandboxPermissions sandboxPermissions,

            @JsonProperty("additional_permissions") @Nullable
            AskedPermissions additionalPermissions,

            @Nullable String justification,
            @JsonProperty("prefix_rule") @Nullable List<String> prefixRule) {}

    @Override
    public String name() {
        return "exec_command";
    }

    @Override
    public RawJson spec() {
        return Usual.SPEC;
    }

    /** The same where a command may ask for a wider sandbox instead of none. */
    public RawJson specWithWidening() {
        return Widening.SPEC;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, TurnCancelled, InterruptedException {
        var arguments = ToolArguments.read(call, Arguments.class);
        var settings = context.settings();
        var cwd = cwd(arguments, settings);
        var reach = Reaching.of(arguments, settings, cwd, runner.granted(context.threadId(), context.turnId()));
        var patch = PatchCommand.in(arguments.cmd(), cwd);
        if (patch != null) {
            return patches.applyFromCommand(call, patch, context);
        }
        var line = runner.shells().line(arguments.shell(), arguments.login(), arguments.cmd());
        var prefix = arguments.prefixRule() == null ? List.<String>of() : arguments.prefixRule();
        var request = new CommandRequest(line, arguments.cmd(), reach.reach(), prefix);
        var item = new CommandItem(
                context, call.callId(), request.display(), cwd, CommandActions.of(arguments.cmd(), cwd));
        var order = new CommandRunner.Order(
                request,
                item,
                arguments.justification(),
                reach.extra(),
                CommandExecutionSource.UNIFIED_EXEC_STARTUP,
                arguments.tty(),
                wait(arguments.yieldTimeMs()));
        return answer(
                call, runner.run(order, terminals.apply(context.threadId())), maxTokens(arguments.maxOutputTokens()));
    }

    /** Tells what there is so far, and leaves the command to itself if it runs on. */
    static ToolOutput answer(ToolCall call, Terminal terminal, int maxTokens) {
        var hasEnded = terminal.hasEnded();
        var wall = terminal.elapsed();
        if (!hasEnded) {
            terminal.item().goesOn(terminal.processId(), terminal.source(), terminal.output());
        }
        terminal.letGo();
        var exitCode = hasEnded ? terminal.exitCode() : null;
        var text = ModelOutput.of(wall, exitCode, terminal.id(), terminal.takeUnread(), maxTokens);
        return ToolOutput.text(call, text, exitCode == null || exitCode == 0);
    }

    static int maxTokens(@Nullable Long asked) {
        return asked == null ? ModelOutput.MAX_TOKENS : (int) Math.clamp(asked, 0L, ModelOutput.MAX_TOKENS);
    }

    private static Duration wait(@Nullable Long asked) {
        return Duration.ofMillis(Math.clamp(asked == null ? DEFAULT_WAIT_MS : asked, MIN_WAIT_MS, MAX_WAIT_MS));
    }

    private static Path cwd(Arguments arguments, TurnSettings settings) {
        var workdir = arguments.workdir();
        return workdir == null || workdir.isEmpty()
                ? settings.cwd()
                : settings.cwd().resolve(workdir).normalize();
    }
}
