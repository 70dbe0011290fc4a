package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.rollout.line.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tool calls of one model response. Each runs on a virtual thread of its own from the moment the model has made it;
 * their outputs are taken in the order of the calls.
 */
final class ToolCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);

    /** How long interrupted calls may take to let go. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final ToolRegistry registry;
    private final TurnScope turn;
    private final List<Running> calls = new ArrayList<>();

    /**
     * @param countsCost whether the tool counts by itself what the answer cost
     * @param thread null if there was no tool to run
     */
    private record Running(
            ToolCall call,
            boolean isParallel,
            boolean countsCost,
            FutureTask<ToolOutput> task,
            @Nullable Thread thread,
            Instant since) {
        boolean hasNotBegun() {
            return thread != null && thread.getState() == Thread.State.NEW;
        }

        void begin() {
            if (thread != null) {
                thread.start();
            }
        }
    }

    ToolCalls(ToolRegistry registry, TurnScope turn) {
        this.registry = registry;
        this.turn = turn;
    }

    /** Begins a call. */
    void start(ToolCall call) {
        var tool = registry.find(call, turn);
        var now = turn.clock().instant();
        if (tool == null && call.kind() == ToolCall.Kind.LOCAL_SHELL) {
            // Nobody is told: the next request answers it as aborted, as readers of the history do.
            return;
        }
        if (tool == null) {
            var refusal = new FutureTask<>(() -> ToolOutput.text(call, unsupported(call), false));
            refusal.run();
            calls.add(new Running(call, true, false, refusal, null, now));
            return;
        }
        var before = tool.isParallel() ? exclusive(calls) : List.copyOf(calls);
        var task = new FutureTask<>(() -> run(tool, call, before));
        var thread = Thread.ofVirtual().name("tool-" + call.callId()).unstarted(task);
        var running = new Running(call, tool.isParallel(), tool.countsCost(), task, thread, now);
        calls.add(running);
        if (!tool.waitsForWholeAnswer()) {
            running.begin();
        }
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Whether what the answer cost is still to be counted towards the thread's goal: some tools do so by themselves. */
    boolean hasCostToCount() {
        return calls.stream().anyMatch(running -> !running.countsCost());
    }

    /** Waits for all calls of an answer that is whole, and gives the items that answer them. */
    List<RawJson> await() throws TurnCancelled, InterruptedException {
        calls.stream().filter(Running::hasNotBegun).forEach(Running::begin);
        var outputs = new ArrayList<RawJson>(calls.size());
        for (var running : calls) {
            outputs.add(output(running));
        }
        return outputs;
    }

    /** Interrupts what still runs. Every call is answered: those that came to nothing by saying that they were aborted. */
    List<RawJson> abort() {
        for (var running : calls) {
            if (running.thread() != null && !running.task().isDone()) {
                running.thread().interrupt();
            }
        }
        var deadline = System.nanoTime() + GRACE.toNanos();
        var outputs = new ArrayList<RawJson>(calls.size());
        for (var running : calls) {
            outputs.add(outputOrAborted(running, deadline));
        }
        return outputs;
    }

    private static List<Running> exclusive(List<Running> calls) {
        return calls.stream().filter(running -> !running.isParallel()).toList();
    }

    private ToolOutput run(Tool tool, ToolCall call, List<Running> before) throws Exception {
        for (var earlier : before) {
            try {
                earlier.task().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TurnCancelled cancelled) {
                    throw cancelled;
                }
            }
        }
        return tool.call(call, turn);
    }

    private static RawJson output(Running running) throws TurnCancelled, InterruptedException {
        try {
            return running.task().get().outputItem();
        } catch (ExecutionException e) {
            return failure(running.call(), e.getCause());
        }
    }

    private static RawJson failure(ToolCall call, @Nullable Throwable cause)
            throws TurnCancelled, InterruptedException {
        if (cause instanceof TurnCancelled cancelled) {
            throw cancelled;
        }
        if (cause instanceof InterruptedException) {
            throw new InterruptedException("tool " + call.name() + " was interrupted");
        }
        if (cause instanceof ToolFailure failure) {
            return ToolOutput.text(call, String.valueOf(failure.getMessage()), false)
                    .outputItem();
        }
        LOG.error("tool {} failed", call.name(), cause);
        return ToolOutput.text(call, "internal error in tool " + call.name(), false)
                .outputItem();
    }

    private RawJson outputOrAborted(Running running, long deadline) {
        if (running.hasNotBegun()) {
            return aborted(running);
        }
        var isInterrupted = Thread.interrupted();
        try {
            var left = Math.max(0, deadline - System.nanoTime());
            return running.task().get(left, TimeUnit.NANOSECONDS).outputItem();
        } catch (ExecutionException e) {
            return e.getCause() instanceof ToolFailure failure
                    ? ToolOutput.text(running.call(), String.valueOf(failure.getMessage()), false)
                            .outputItem()
                    : aborted(running);
        } catch (TimeoutException e) {
            return aborted(running);
        } catch (InterruptedException e) {
            isInterrupted = true;
            return aborted(running);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RawJson aborted(Running running) {
        var seconds = Duration.between(running.since(), turn.clock().instant()).toMillis() / 1000.0;
        var text = switch (running.call().name()) {
            case "shell", "shell_command", "local_shell", "container.exec" ->
                String.format(Locale.ROOT, "Wall time: %.1f seconds\naborted by user", seconds);
            default -> String.format(Locale.ROOT, "aborted by user after %.1fs", seconds);
        };
        return ToolOutput.text(running.call(), text, false).outputItem();
    }

    private static String unsupported(ToolCall call) {
        return switch (call.kind()) {
            case FUNCTION, LOCAL_SHELL -> "unsupported call: " + qualified(call);
            case CUSTOM -> "unsupported custom tool call: " + call.name();
        };
    }

    private static String qualified(ToolCall call) {
        return call.namespace() == null ? call.name() : call.namespace() + call.name();
    }
}
