package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.thread.ThreadCompactStartParams;
import dev.bobbin.protocol.v2.thread.ThreadCompactStartResponse;
import dev.bobbin.protocol.v2.thread.ThreadShellCommandParams;
import dev.bobbin.protocol.v2.thread.ThreadShellCommandResponse;
import dev.bobbin.protocol.v2.turn.AdditionalContextEntry;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.protocol.v2.turn.TurnRequestParams;
import dev.bobbin.protocol.v2.turn.TurnRunParams;
import dev.bobbin.protocol.v2.turn.TurnRunResponse;
import dev.bobbin.protocol.v2.turn.TurnStartParams;
import dev.bobbin.protocol.v2.turn.TurnStartResponse;
import dev.bobbin.protocol.v2.turn.TurnSteerParams;
import dev.bobbin.protocol.v2.turn.TurnSteerResponse;
import dev.bobbin.rollout.line.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for turns, taken to the owner of their thread. */
public final class ThreadTurns {
    private static final long MAX_INPUT_CHARS = 1 << 20;

    private final TurnCommands commands;
    private final ThreadManager threads;

    ThreadTurns(TurnCommands commands, ThreadManager threads) {
        this.commands = commands;
        this.threads = threads;
    }

    /** {@code turn/start} */
    public void start(TurnStartParams params, RequestContext client, Reply<TurnStartResponse> reply) {
        var actor = threads.require(params.threadId());
        var wanted = wanted(params);
        actor.request(reply, (thread, answer) -> commands.start(actor, thread, wanted, answer));
    }

    /** {@code turn/run} */
    public void run(TurnRunParams params, RequestContext client, Reply<TurnRunResponse> reply) {
        var actor = threads.require(params.threadId());
        var wanted = wanted(params);
        var timeout = params.timeoutMs() == null ? null : Duration.ofMillis(params.timeoutMs());
        actor.request(reply, (thread, answer) -> commands.run(actor, thread, wanted, timeout, answer));
    }

    private static TurnCommands.Wanted wanted(TurnRequestParams params) {
        refuseTooLong(params.input());
        return new TurnCommands.Wanted(
                said(params.input(), params.clientUserMessageId(), params.additionalContext()),
                SettingsChange.of(params),
                schema(params.outputSchema()));
    }

    /** {@code turn/steer} */
    public void steer(TurnSteerParams params, RequestContext client, Reply<TurnSteerResponse> reply) {
        var actor = threads.require(params.threadId());
        refuseTooLong(params.input());
        actor.request(reply, (thread, answer) -> commands.steer(thread, params, answer));
    }

    /** {@code turn/interrupt} */
    public void interrupt(TurnInterruptParams params, RequestContext client, Reply<TurnInterruptResponse> reply) {
        threads.require(params.threadId())
                .request(reply, (thread, answer) -> commands.interrupt(thread, params, answer));
    }

    /** {@code thread/compact/start}: a turn that sums the conversation up. */
    public void compact(
            ThreadCompactStartParams params, RequestContext client, Reply<ThreadCompactStartResponse> reply) {
        var actor = threads.require(params.threadId());
        actor.request(reply, (thread, answer) -> {
            if (thread.turn() != null) {
                answer.ok(new ThreadCompactStartResponse());
                thread.afterTurn(() -> commands.begin(actor, thread, new TurnInput.Compact(), _ -> {}));
                return;
            }
            commands.begin(actor, thread, new TurnInput.Compact(), _ -> answer.ok(new ThreadCompactStartResponse()));
        });
    }

    /** {@code thread/shellCommand}: a turn in which a command of the user's runs, unless a turn runs that it can join. */
    public void shellCommand(
            ThreadShellCommandParams params, RequestContext client, Reply<ThreadShellCommandResponse> reply) {
        var actor = threads.require(params.threadId());
        if (params.command().isBlank()) {
            throw ThreadErrors.invalid("command must not be empty", "invalid_request");
        }
        var input = new TurnInput.UserShell(params.command());
        actor.request(reply, (thread, answer) -> {
            var running = thread.turn();
            if (running != null) {
                answer.ok(new ThreadShellCommandResponse());
                commands.runBeside(actor, thread, running, input);
                return;
            }
            commands.begin(actor, thread, input, _ -> answer.ok(new ThreadShellCommandResponse()));
        });
    }

    private static TurnInput.User said(
            List<UserInput> input,
            @Nullable String clientUserMessageId,
            @Nullable Map<String, AdditionalContextEntry> lent) {
        return new TurnInput.User(input, clientUserMessageId, lent == null ? Map.of() : lent);
    }

    private static @Nullable RawJson schema(@Nullable JsonNode schema) {
        return schema == null || schema.isNull() ? null : RawJson.of(schema);
    }

    private static void refuseTooLong(List<UserInput> input) {
        long chars = 0;
        for (var part : input) {
            if (part instanceof UserInput.Text text) {
                chars += text.text().codePointCount(0, text.text().length());
            }
        }
        if (chars > MAX_INPUT_CHARS) {
            var details = JsonNodeFactory.instance
                    .objectNode()
                    .put("input_error_code", "input_too_large")
                    .put("max_chars", MAX_INPUT_CHARS)
                    .put("actual_chars", chars);
            throw new RequestException.InvalidParams(
                    "Input exceeds the maximum length of " + MAX_INPUT_CHARS + " characters.",
                    "input_too_large",
                    details);
        }
    }
}
