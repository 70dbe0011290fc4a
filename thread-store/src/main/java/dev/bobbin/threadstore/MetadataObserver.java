package dev.bobbin.threadstore;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.rollout.line.TurnContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns appended items into metadata patches, and remembers what is not yet written.
 *
 * <p>A patch stays pending until {@link #applied} confirms it, so a write that failed is repeated with the next one. Safe
 * for use from several threads.
 */
final class MetadataObserver {
    /** A write that only says "still alive" is skipped when the last one is younger. */
    static final Duration TOUCH_INTERVAL = Duration.ofSeconds(5);

    private final String threadId;

    private MetadataPatch pending;
    private boolean held = true;
    private long generation;
    private @Nullable Instant lastWritten;
    private boolean cwdSeen;
    private boolean previewSeen;
    private boolean firstMessageSeen;
    private boolean titleSeen;

    /** A patch to write. */
    record Ready(MetadataPatch patch, long generation) {}

    MetadataObserver(String threadId, MetadataPatch initial) {
        this.threadId = threadId;
        this.pending = initial;
        var cwd = initial.cwd();
        this.cwdSeen = cwd != null && !cwd.isEmpty();
    }

    /** Learns from an item that was stored earlier. */
    synchronized void fold(RolloutItem item) {
        if (item instanceof RolloutEvent.UserMessage && isDoneWithMessages()) {
            return;
        }
        var facts = MetadataPatch.builder();
        if (learn(item, facts)) {
            merge(facts.build());
        }
    }

    /** Learns from items just appended; null when there is nothing worth writing yet. */
    synchronized @Nullable Ready observe(List<? extends RolloutItem> items, Instant now) {
        held = false;
        var hadFacts = pending.hasObservedFacts() || !pending.git().isEmpty() || pending.memoryMode() != null;
        var facts = MetadataPatch.builder().updatedAt(now);
        var relevant = false;
        for (var item : items) {
            relevant |= learn(item, facts);
        }
        merge(facts.build());
        if (!relevant && !hadFacts && lastWritten != null && now.isBefore(lastWritten.plus(TOUCH_INTERVAL))) {
            return null;
        }
        return new Ready(pending, generation);
    }

    /** What is not yet written; null when nothing is, or when it waits for history that does not exist yet. */
    synchronized @Nullable Ready pending(boolean evenIfHeld) {
        return pending.isEmpty() || (held && !evenIfHeld) ? null : new Ready(pending, generation);
    }

    /** What is not yet written, whether it waits or not. */
    synchronized MetadataPatch pendingFacts() {
        return pending;
    }

    /** Confirms that a patch was written. Later facts stay pending. */
    synchronized void applied(Ready written) {
        if (written.patch().updatedAt() != null) {
            lastWritten = written.patch().updatedAt();
        }
        if (written.generation() == generation) {
            pending = MetadataPatch.EMPTY;
        }
    }

    private void merge(MetadataPatch later) {
        pending = pending.then(later);
        generation++;
    }

    private boolean learn(RolloutItem item, MetadataPatchBuilder facts) {
        if (item instanceof RolloutEvent.UserMessage message) {
            learnMessage(message, facts);
        } else if (item instanceof RolloutEvent.TokenCount count) {
            if (count.info() != null) {
                facts.tokensUsed(Math.max(0, count.info().total().totalTokens()));
            }
        } else if (item instanceof TurnContext context) {
            learnContext(context, facts);
        } else if (item instanceof SessionMeta meta) {
            learnMeta(meta, facts);
        } else {
            return item instanceof RolloutEvent.ThreadGoalUpdated goal && learnGoal(goal, facts);
        }
        return true;
    }

    private boolean learnGoal(RolloutEvent.ThreadGoalUpdated goal, MetadataPatchBuilder facts) {
        var objective = JsonFields.of(goal.goal()).string("objective", "").strip();
        if (objective.isEmpty()) {
            return false;
        }
        if (!previewSeen) {
            previewSeen = true;
            facts.preview(objective);
        }
        return true;
    }

    private void learnMeta(SessionMeta meta, MetadataPatchBuilder facts) {
        if (!meta.id().equals(threadId)) {
            return;
        }
        describe(meta, facts);
        cwdSeen |= !meta.cwd().isEmpty();
    }

    /** Everything a session_meta says of its thread. */
    static void describe(SessionMeta meta, MetadataPatchBuilder facts) {
        var created = RolloutTime.parse(meta.timestamp());
        if (created != null) {
            facts.createdAt(created);
        }
        var agent = AgentIdentity.of(meta);
        facts.source(SessionSource.of(meta.source()))
                .threadSource(exactly(meta.threadSource()))
                .agentNickname(exactly(agent.nickname()))
                .agentRole(exactly(agent.role()))
                .agentPath(exactly(agent.path()));
        if (meta.modelProvider() != null && !meta.modelProvider().isEmpty()) {
            facts.modelProvider(meta.modelProvider());
        }
        if (!meta.cliVersion().isEmpty()) {
            facts.cliVersion(meta.cliVersion());
        }
        if (!meta.cwd().isEmpty()) {
            facts.cwd(meta.cwd());
        }
        if (meta.git() != null) {
            facts.git(GitPatch.replacing(meta.git()));
        }
        var memory = meta.memoryMode();
        if (memory != null && (memory.equals("enabled") || memory.equals("disabled"))) {
            facts.memoryMode(memory);
        }
    }

    private void learnContext(TurnContext context, MetadataPatchBuilder facts) {
        if (!cwdSeen && !context.cwd().isEmpty()) {
            cwdSeen = true;
            facts.cwd(context.cwd());
        }
        facts.model(context.model())
                .approvalMode(word(context.approvalPolicy()))
                .permissionProfile(
                        context.permissionProfile() != null ? context.permissionProfile() : context.sandboxPolicy());
        if (context.effort() != null) {
            facts.reasoningEffort(context.effort());
        }
    }

    private boolean isDoneWithMessages() {
        return firstMessageSeen && previewSeen && titleSeen;
    }

    private void learnMessage(RolloutEvent.UserMessage message, MetadataPatchBuilder facts) {
        var shown = message.preview();
        if (shown == null) {
            return;
        }
        if (!firstMessageSeen) {
            firstMessageSeen = true;
            facts.firstUserMessage(shown);
        }
        if (!previewSeen) {
            previewSeen = true;
            facts.preview(shown);
        }
        var text = message.request();
        if (!titleSeen && !text.isEmpty()) {
            titleSeen = true;
            facts.title(text);
        }
    }

    private static String word(RawJson json) {
        var text = JsonStrings.text(json);
        return text != null ? text : json.toString();
    }

    private static Patch<String> exactly(@Nullable String value) {
        return value == null ? Patch.clear() : Patch.set(value);
    }
}
