package dev.bobbin.rollout.replay;

import static dev.bobbin.rollout.Rollouts.complete;
import static dev.bobbin.rollout.Rollouts.said;
import static dev.bobbin.rollout.Rollouts.started;
import static dev.bobbin.rollout.Rollouts.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.Rollouts;
import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.rollout.line.TurnContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContextReplayTest {
    private static final RolloutEvent ROLLBACK = new RolloutEvent.ThreadRolledBack(1);

    private static ModelContext context(List<? extends RolloutItem> items) {
        var replay = fold(new ContextReplay(), items);
        return (replay.isComplete() ? replay : fold(replay.again(), items)).result();
    }

    private static ContextReplay fold(ContextReplay replay, List<? extends RolloutItem> items) {
        for (var item : items) {
            replay.accept(RawLine.of(item, Rollouts.NOON.instant(), 0));
        }
        assertThat(replay).isNotNull();
        return replay;
    }

    private static List<String> texts(ModelContext context) {
        return context.items().stream()
                .map(item -> JsonFields.of(JsonFields.of(item).array("content").getFirst())
                        .string("text", ""))
                .toList();
    }

    private static TurnContext settings(String model) {
        var word = JsonStrings.quote("never");
        return new TurnContext(
                "t",
                "/w",
                null,
                null,
                null,
                word,
                RawJson.of("{\"type\":\"read-only\"}"),
                null,
                null,
                null,
                model,
                null,
                null,
                null,
                null,
                null,
                "auto");
    }

    private static List<RolloutItem> turn(String name) {
        return List.of(
                started(name),
                said("user", "<environment_context>" + name),
                settings("model-" + name),
                said("user", name),
                user(name),
                said("assistant", "re " + name),
                complete(name));
    }

    private static List<RolloutItem> compaction(String name, String... history) {
        var items = new ArrayList<RolloutItem>();
        items.add(started(name));
        items.add(new Compacted(
                "summary",
                List.of(history).stream().map(text -> said("user", text).json()).toList()));
        items.add(complete(name));
        return items;
    }

    @SafeVarargs
    private static List<RolloutItem> concat(List<? extends RolloutItem>... parts) {
        var all = new ArrayList<RolloutItem>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Test
    void itemsAreKeptByteForByte() {
        var odd = "{\"type\":\"function_call\", \"name\":\"f\",\"arguments\":\"{}\",\"call_id\":\"c\",\"x\":1.50}";
        var replay = new ContextReplay();
        replay.accept(Rollouts.line("{\"timestamp\":\"t\",\"type\":\"response_item\",\"payload\":" + odd + "}"));
        assertThat(replay.result().items()).containsExactly(RawJson.of(odd));
        assertThat(replay.result().baselineCleared()).isTrue();
    }

    @Test
    void aCompactionReplacesWhatWasBefore() {
        var context = context(concat(turn("a"), compaction("c", "a", "S"), turn("b")));
        assertThat(texts(context)).containsExactly("a", "S", "<environment_context>b", "b", "re b");
        assertThat(context.previousModel()).isEqualTo("model-b");
        assertThat(context.baselineCleared()).isFalse();

        var compactedLast = context(concat(turn("a"), compaction("c", "a", "S")));
        assertThat(texts(compactedLast)).containsExactly("a", "S");
        assertThat(compactedLast.lastTurnContext()).isEqualTo(settings("model-a"));
        assertThat(compactedLast.baselineCleared()).isTrue();
    }

    @Test
    void aRollbackTakesAwayTheLastTurnWithItsSettings() {
        var items = concat(turn("a"), turn("b"), List.of(ROLLBACK));
        assertThat(fold(new ContextReplay(), items).isComplete()).isTrue();
        var context = context(items);
        assertThat(texts(context)).containsExactly("<environment_context>a", "a", "re a");
        assertThat(context.previousModel()).isEqualTo("model-a");
        assertThat(texts(context(concat(items, turn("c"), List.of(ROLLBACK, ROLLBACK)))))
                .isEmpty();
    }

    @Test
    void aRollbackBehindACompactionBringsBackWhatWasBeforeIt() {
        var items = concat(turn("a"), turn("b"), compaction("c", "a b", "S"), turn("d"));
        assertThat(texts(context(concat(items, List.of(ROLLBACK))))).containsExactly("a b", "S");
        var behind = concat(items, List.of(ROLLBACK, ROLLBACK), turn("e"));
        assertThat(fold(new ContextReplay(), behind).isComplete()).isFalse();
        var context = context(behind);
        assertThat(texts(context))
                .containsExactly("<environment_context>a", "a", "re a", "<environment_context>e", "e", "re e");
    }

    @Test
    void withoutMarkersUserMessagesBoundTurns() {
        var items = List.<RolloutItem>of(
                said("user", "# AGENTS.md instructions for /w"),
                said("user", "a"),
                user("a"),
                said("assistant", "re a"),
                said("user", "b"),
                user("b"),
                said("assistant", "re b"),
                ROLLBACK);
        assertThat(texts(context(items))).containsExactly("# AGENTS.md instructions for /w", "a", "re a");
    }

    @Test
    void anOldCompactionLeavesTheUsersWordsAndTheSummary() {
        assertThat(texts(context(concat(turn("a"), turn("b"), List.of(new Compacted("S", null))))))
                .containsExactly("a", "b", "S");
    }

    @Test
    void theLastUsageStaysThroughRollbacks() {
        var usage = new TokenUsage(1, 2, 3, 4, 5);
        var info = new TokenUsageInfo(usage, usage, 100L);
        var items = concat(
                turn("a"),
                List.of(new RolloutEvent.TokenCount(info, null), new RolloutEvent.TokenCount(null, null), ROLLBACK));
        assertThat(context(items).lastUsage()).isEqualTo(info);
    }

    @Test
    void whatTheFormatDoesNotKnowIsNotSentToTheModel() {
        var replay = new ContextReplay();
        replay.accept(Rollouts.line(
                "{\"timestamp\":\"t\",\"type\":\"response_item\",\"payload\":{\"type\":\"ghost_snapshot\"}}"));
        assertThat(replay.result().items()).isEmpty();
    }

    /** However little is kept: what is kept are the newest items, and all else is as it is. */
    @Test
    void keepingLessKeepsTheNewest() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var items = new ArrayList<RolloutItem>();
            for (var i = 0; i < 30; i++) {
                var words = "w".repeat(random.nextInt(200)) + i;
                items.addAll(
                        switch (random.nextInt(8)) {
                            case 0 -> List.of(new RolloutEvent.ThreadRolledBack(1 + random.nextInt(4)));
                            case 1 -> compaction("c" + i, words, "S" + i);
                            default -> turn(words);
                        });
            }
            var all = context(items);
            var bound = 500 + random.nextInt(2_000);
            var bounded = fold(ContextReplay.ofNewest(bound), items);
            var newest = (bounded.isComplete() ? bounded : fold(bounded.again(), items)).result();
            var kept = newest.items().size();
            assertThat(newest.items())
                    .as("seed %s", seed)
                    .isEqualTo(all.items()
                            .subList(all.items().size() - kept, all.items().size()));
            assertThat(newest.omittedBytes() > 0)
                    .as("seed %s: says so if it is not all", seed)
                    .isEqualTo(kept < all.items().size());
            assertThat(newest.items().stream().mapToLong(RawJson::length).sum())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(bound + bound / 4 + 400);
            assertThat(newest.lastTurnContext()).as("seed %s", seed).isEqualTo(all.lastTurnContext());
            assertThat(newest.previousModel()).as("seed %s", seed).isEqualTo(all.previousModel());
            assertThat(newest.baselineCleared())
                    .as("seed %s", seed)
                    .isEqualTo(all.baselineCleared() || newest.omittedBytes() > 0);
        }
    }

    /** Who has looked at the whole file needs no more than its end to know the same. */
    @Test
    void theEndOfAFileHasTheNewestOfTheConversation() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        var ends = 0;
        for (var round = 0; round < 400; round++) {
            var items = new ArrayList<RolloutItem>();
            for (var i = 0; i < 40; i++) {
                items.addAll(
                        switch (random.nextInt(9)) {
                            case 0 -> List.of(new RolloutEvent.ThreadRolledBack(1 + random.nextInt(3)));
                            case 1 -> compaction("c" + i, "c" + i, "S" + i);
                            case 2 -> List.of(said("user", "unmarked " + i), user("unmarked " + i));
                            default -> turn("t" + i);
                        });
            }
            var seen = ContextReplay.ofSettings();
            for (var i = 0; i < items.size(); i++) {
                seen.at(i);
                seen.accept(RawLine.of(items.get(i), Rollouts.NOON.instant(), i));
            }
            var tail = seen.tail(random.nextInt(80));
            ends += tail.from() > 0 ? 1 : 0;
            var all = context(items).items();
            var end = fold(new ContextReplay(), items.subList((int) tail.from(), items.size()));
            if (tail.from() > 0) {
                assertThat(end.isComplete()).as("seed %s", seed).isTrue();
                var kept = end.result().items();
                assertThat(kept).as("seed %s", seed).isEqualTo(all.subList(all.size() - kept.size(), all.size()));
                if (tail.omittedBytes() == 0) {
                    assertThat(kept).as("seed %s", seed).hasSameSizeAs(all);
                }
            }
        }
        assertThat(ends).isGreaterThan(100);
    }

    @Test
    void ofManyTurnsTheOldestCanStillBeRolledBackTo() {
        var items = new ArrayList<RolloutItem>();
        for (var i = 0; i < 10_000; i++) {
            items.addAll(turn("t" + i));
        }
        items.add(new RolloutEvent.ThreadRolledBack(9_998));
        assertThat(fold(new ContextReplay(), items).isComplete())
                .as("what was known of the oldest is let go, and read again when it is needed")
                .isFalse();
        var context = context(items);
        assertThat(texts(context)).endsWith("re t1").hasSize(6);
        assertThat(context.previousModel()).isEqualTo("model-t1");
    }
}
