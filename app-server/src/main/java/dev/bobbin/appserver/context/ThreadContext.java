package dev.bobbin.appserver.context;

import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.rollout.line.TurnContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conversation as the model sees it, and what is known of its size. Items stay the bytes they were stored as and are
 * spliced into requests.
 *
 * <p>Not thread-safe: a running turn owns it, and the thread's owner does between turns. Nothing here is durable; whoever
 * changes it also commits the line that brings the change back after a restart.
 */
public final class ThreadContext {
    private final List<RawJson> items = new ArrayList<>();
    private final Map<String, Integer> openCalls = new LinkedHashMap<>();
    private final Set<Integer> strayOutputs = new HashSet<>();

    /** Items before this one are linked: reading a long history back does not look into what no turn asks for. */
    private int linked;

    private @Nullable TurnContext baseline;
    private @Nullable TokenUsageInfo usage;
    private @Nullable RawJson rateLimits;
    private long bytesSinceUsage;

    /** The context of a new thread. */
    public static ThreadContext empty() {
        return new ThreadContext();
    }

    /**
     * The context of a thread read back from its history.
     *
     * @param baseline the settings the model was last told of; null if it must be told all of them again
     * @param usage tokens spent so far; null if unknown
     */
    public static ThreadContext of(
            List<RawJson> items, @Nullable TurnContext baseline, @Nullable TokenUsageInfo usage) {
        var context = new ThreadContext();
        items.forEach(context::append);
        context.baseline = baseline;
        context.usage = usage;
        context.bytesSinceUsage = 0;
        return context;
    }

    /** Adds an item at the end. */
    public void append(RawJson item) {
        items.add(item);
        bytesSinceUsage += item.length();
    }

    /** Finds out of the items added since the last call which are calls and which are their outputs. */
    private void link() {
        for (; linked < items.size(); linked++) {
            var item = items.get(linked);
            var link = CallLink.of(item);
            if (link instanceof CallLink.None) {
                items.set(linked, CallLink.withoutImageId(item));
            } else if (link instanceof CallLink.Call call) {
                openCalls.put(call.callId(), linked);
            } else if (openCalls.remove(((CallLink.Output) link).callId()) == null) {
                strayOutputs.add(linked);
            }
        }
    }

    /** Replaces the whole conversation, as after a compaction. What the model was told of settings counts as forgotten. */
    public void replace(List<RawJson> replacement) {
        items.clear();
        openCalls.clear();
        strayOutputs.clear();
        linked = 0;
        replacement.forEach(this::append);
        baseline = null;
    }

    /** All items, oldest first; a view. */
    public List<RawJson> items() {
        return Collections.unmodifiableList(items);
    }

    /**
     * What to send to the model: the items, each call followed by an output. Providers refuse a call without one, which an
     * interruption leaves behind; it is given the output {@code aborted}, and outputs without a call are left out.
     */
    public List<RawJson> input() {
        link();
        if (openCalls.isEmpty() && strayOutputs.isEmpty()) {
            return List.copyOf(items);
        }
        var unanswered = new LinkedHashMap<Integer, String>();
        openCalls.forEach((callId, index) -> unanswered.put(index, callId));
        var input = new ArrayList<RawJson>(items.size() + unanswered.size());
        for (var i = 0; i < items.size(); i++) {
            if (strayOutputs.contains(i)) {
                continue;
            }
            input.add(items.get(i));
            var callId = unanswered.get(i);
            if (callId != null) {
                input.add(CallLink.abortedOutput(items.get(i), callId));
            }
        }
        return input;
    }

    /** The settings the model was last told of; null if it was told none, or has forgotten. */
    public @Nullable TurnContext baseline() {
        return baseline;
    }

    public void baseline(@Nullable TurnContext told) {
        baseline = told;
    }

    public @Nullable TokenUsageInfo usage() {
        return usage;
    }

    /** The provider's limits as it last reported them, as stored; null if it never did. */
    public @Nullable RawJson rateLimits() {
        return rateLimits;
    }

    public void rateLimits(RawJson reported) {
        rateLimits = reported;
    }

    /** Adds what one request cost. */
    public void spent(TokenUsage last, @Nullable Long contextWindow) {
        usage = new TokenUsageInfo(usage == null ? last : sum(usage.total(), last), last, contextWindow);
        bytesSinceUsage = 0;
    }

    /** Notes that the provider found the context too long: it counts as full. */
    public void full(long contextWindow) {
        var spent = usage == null ? new TokenUsage(0, 0, 0, 0, 0) : usage.total();
        var total = new TokenUsage(
                spent.inputTokens(),
                spent.cachedInputTokens(),
                spent.outputTokens(),
                spent.reasoningOutputTokens(),
                Math.max(contextWindow, spent.totalTokens()));
        usage = new TokenUsageInfo(total, new TokenUsage(0, 0, 0, 0, contextWindow), contextWindow);
        bytesSinceUsage = 0;
    }

    /** Sets the present size by estimate, after the conversation was replaced. */
    public void reestimate(String instructions, @Nullable Long contextWindow) {
        var estimate = tokens(instructions.length());
        for (var item : items) {
            estimate += tokens(item.length());
        }
        var total = usage == null ? new TokenUsage(0, 0, 0, 0, 0) : usage.total();
        usage = new TokenUsageInfo(total, new TokenUsage(0, 0, 0, 0, estimate), contextWindow);
        bytesSinceUsage = 0;
    }

    /** Tokens in the context: those of the last answer, and an estimate for what was added since. */
    public long tokensInContext() {
        return (usage == null ? 0 : usage.last().totalTokens()) + tokens(bytesSinceUsage);
    }

    /** Four bytes of text make about one token. */
    private static long tokens(long bytes) {
        return (bytes + 3) / 4;
    }

    private static TokenUsage sum(TokenUsage a, TokenUsage b) {
        return new TokenUsage(
                a.inputTokens() + b.inputTokens(),
                a.cachedInputTokens() + b.cachedInputTokens(),
                a.outputTokens() + b.outputTokens(),
                a.reasoningOutputTokens() + b.reasoningOutputTokens(),
                a.totalTokens() + b.totalTokens());
    }
}
