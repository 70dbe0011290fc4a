package dev.bobbin.appserver.tool.terminal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.edit.PatchCommand;
import dev.bobbin.appserver.tool.edit.PatchTool;
import dev.bobbin.appserver.tool.policy.CommandRequest;
import dev.bobbin.appserver.tool.shell.CommandActions;
import dev.bobbin.appserver.tool.shell.ShellQuote;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.wire.WireInt;
import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The older ways to run a command, which some models prefer: {@code shell} with a program and its arguments,
 * {@code shell_command} with a script, and the provider's own {@code local_shell_call}. The end is waited for; what takes
 * too long is ended.
 */
public final class ShellTool implements Tool {
    private static final long DEFAULT_LIMIT_MS = 10_000;
    private static final int TIMED_OUT = 124;
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "/bin/bash", "/bin/sh", "/bin/zsh");

    private final CommandRunner runner;
    private final Function<String, Terminals> terminals;
    private final PatchTool patches;

    /** @param terminals those of a thread, by its id */
    public ShellTool(CommandRunner runner, Function<String, Terminals> terminals, PatchTool patches) {
        this.runner = runner;
        this.terminals = terminals;
        this.patches = patches;
    }

    /** What the model says. */
    public record Arguments(
            JsonNode command,
            @Nullable String workdir,
            @JsonProperty("working_directory") @Nullable String workingDirectory,
            @Nullable Boolean login,

            @JsonProperty("timeout_ms") @WireInt("u64") @Nullable
            Long timeoutMs,

            @JsonProperty("sandbox_permissions") ExecCommandTool.@Nullable SandboxPermissions sandboxPermissions,
            @Nullable String justification) {
        boolean wantsOut() {
            return sandboxPermissions == ExecCommandTool.SandboxPermissions.REQUIRE_ESCALATED;
        }
    }

    /** The part of it that a script is. */
    public record Script(String command) {}

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public RawJson spec() {
        return RawJson.of("""
                {"type":"function","name":"shell","strict":false,"description":"Run a program and wait for its end.",\
                "parameters":{"type":"object","properties":{\
                "command":{"type":"array","items":{"type":"string"},"description":"The program and its arguments."},\
                "workdir":{"type":"string","description":"Folder to run in."},\
                "timeout_ms":{"type":"number","description":"Milliseconds after which it is ended."}},\
                "required":["command"],"additionalProperties":false}}""");
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, TurnCancelled, InterruptedException {
        if (call.name().equals("shell_command")) {
            ToolArguments.read(call, Script.class);
        }
        var arguments = ToolArguments.read(call, Arguments.class);
        var settings = context.settings();
        var workdir = arguments.workdir() == null ? arguments.workingDirectory() : arguments.workdir();
        var cwd = workdir == null || workdir.isEmpty()
                ? settings.cwd()
                : settings.cwd().resolve(workdir).normalize();
        var line = line(arguments);
        var script = script(line);
        var patch = PatchCommand.in(script == null ? ShellQuote.join(line) : script, cwd);
        if (patch != null) {
            return patches.applyInstead(call, patch, context);
        }
        var reach = arguments.wantsOut()
                ? Reaching.outside(settings.approvalPolicy(), "should not").reach()
                : CommandRequest.Reach.USUAL;
        var request = new CommandRequest(line, script, reach, List.of());
        var shown = script == null ? request.display() : script;
        var item = new CommandItem(context, call.callId(), request.display(), cwd, CommandActions.of(shown, cwd));
        var limit = Duration.ofMillis(
                Math.max(1, arguments.timeoutMs() == null ? DEFAULT_LIMIT_MS : arguments.timeoutMs()));
        var terminal = runner.run(
                new CommandRunner.Order(
                        request, item, arguments.justification(), null, CommandExecutionSource.AGENT, false, limit),
                terminals.apply(context.threadId()));
        return answer(call, terminal, limit);
    }

    private static ToolOutput answer(ToolCall call, Terminal terminal, Duration limit) throws InterruptedException {
        var isLate = !terminal.hasEnded();
        try {
            if (isLate) {
                terminal.kill(TIMED_OUT);
                terminal.await(Duration.ofSeconds(1));
            }
        } finally {
            terminal.letGo();
        }
        var output = terminal.takeUnread();
        if (isLate) {
            var text = "command timed out after " + limit.toMillis() + " milliseconds\n";
            return ToolOutput.text(call, ModelOutput.ended(terminal.elapsed(), TIMED_OUT, joined(text, output)), false);
        }
        return ToolOutput.text(
                call, ModelOutput.ended(terminal.elapsed(), terminal.exitCode(), output), terminal.exitCode() == 0);
    }

    private static byte[] joined(String text, byte[] output) {
        var head = text.getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(head, head.length + output.length);
        System.arraycopy(output, 0, all, head.length, output.length);
        return all;
    }

    private List<String> line(Arguments arguments) throws ToolFailure {
        var command = arguments.command();
        if (command.isTextual()) {
            return runner.shells().line(null, !Boolean.FALSE.equals(arguments.login()), command.textValue());
        }
        var words = new ArrayList<String>();
        for (var word : command) {
            words.add(word.asText());
        }
        if (words.isEmpty()) {
            throw new ToolFailure("command args are empty");
        }
        return words;
    }

    /** What a shell among the words is to run. */
    private static @Nullable String script(List<String> line) {
        return line.size() == 3
                        && SHELLS.contains(line.getFirst())
                        && (line.get(1).equals("-lc") || line.get(1).equals("-c"))
                ? line.get(2)
                : null;
    }
}
