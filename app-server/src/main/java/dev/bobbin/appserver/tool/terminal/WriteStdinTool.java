package dev.bobbin.appserver.tool.terminal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.TerminalInteractionNotification;
import dev.bobbin.protocol.wire.WireInt;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code write_stdin}: writes to a command that runs on, or only asks for what it has printed since. */
public final class WriteStdinTool implements Tool {
    private static final long MIN_POLL_MS = 5_000;
    private static final long MAX_POLL_MS = 300_000;

    /** What a terminal's interrupt key sends. */
    private static final String INTERRUPT = "\u0003";

    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"write_stdin","strict":false,\
            "description":"Type into a command that still runs, or, with nothing to type, wait for more of its output.",\
            "parameters":{"type":"object","properties":{\
            "session_id":{"type":"number","description":"The session id that exec_command gave."},\
            "chars":{"type":"string","description":"What to type; may be empty."},\
            "yield_time_ms":{"type":"number","description":"Milliseconds to wait for output: 250 unless given; at \
            least 5000 with nothing to type."},\
            "max_output_tokens":{"type":"number","description":"How much output to give at most; 10000 unless given."}},\
            "required":["session_id"],"additionalProperties":false}}""");

    private final Function<String, Terminals> terminals;

    /** @param terminals those of a thread, by its id */
    public WriteStdinTool(Function<String, Terminals> terminals) {
        this.terminals = terminals;
    }

    /** What the model says. */
    public record Arguments(
            @JsonProperty("session_id") @WireInt("i32") int sessionId,
            @Nullable String chars,

            @JsonProperty("yield_time_ms") @WireInt("u64") @Nullable
            Long yieldTimeMs,

            @JsonProperty("max_output_tokens") @WireInt("usize") @Nullable
            Long maxOutputTokens) {
        String typed() {
            return chars == null ? "" : chars;
        }
    }

    @Override
    public String name() {
        return "write_stdin";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, InterruptedException {
        var arguments = ToolArguments.read(call, Arguments.class);
        var terminal = terminals.apply(context.threadId()).find(arguments.sessionId());
        if (terminal == null) {
            throw new ToolFailure("write_stdin failed: Unknown process id " + arguments.sessionId());
        }
        var since = System.nanoTime();
        write(terminal, arguments.typed());
        context.delta(EncodedNotification.of(
                Notifications.ITEM_COMMAND_EXECUTION_TERMINAL_INTERACTION,
                new TerminalInteractionNotification(
                        context.threadId(),
                        terminal.item().context().turnId(),
                        terminal.item().id(),
                        String.valueOf(terminal.id()),
                        arguments.typed())));
        var hasEnded = terminal.await(wait(arguments));
        var exitCode = hasEnded ? terminal.exitCode() : null;
        var text = ModelOutput.of(
                Duration.ofNanos(System.nanoTime() - since),
                exitCode,
                terminal.id(),
                terminal.takeUnread(),
                ExecCommandTool.maxTokens(arguments.maxOutputTokens()));
        return ToolOutput.text(call, text, true);
    }

    private static void write(Terminal terminal, String chars) throws ToolFailure {
        if (chars.isEmpty()) {
            return;
        }
        try {
            terminal.write(chars.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (chars.equals(INTERRUPT)) {
                terminal.kill();
                return;
            }
            throw new ToolFailure(
                    "write_stdin failed: the command takes no input; run it with tty=true to type into it");
        }
    }

    private static Duration wait(Arguments arguments) {
        var asked = arguments.yieldTimeMs() == null ? ExecCommandTool.MIN_WAIT_MS : arguments.yieldTimeMs();
        return Duration.ofMillis(
                arguments.typed().isEmpty()
                        ? Math.clamp(asked, MIN_POLL_MS, MAX_POLL_MS)
                        : Math.clamp(asked, ExecCommandTool.MIN_WAIT_MS, ExecCommandTool.MAX_WAIT_MS));
    }
}
