package dev.bobbin.rollout.replay;

import static dev.bobbin.rollout.Rollouts.agent;
import static dev.bobbin.rollout.Rollouts.complete;
import static dev.bobbin.rollout.Rollouts.said;
import static dev.bobbin.rollout.Rollouts.started;
import static dev.bobbin.rollout.Rollouts.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.Rollouts;
import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnReplayTest {
    private static TurnReplay fold(TurnReplay replay, List<? extends RolloutItem> items) {
        var index = 0;
        for (var item : items) {
            var line = RawLine.of(item, Rollouts.NOON.instant(), index);
            replay.accept(line);
            index += line.isItem() ? 1 : 0;
        }
        return replay;
    }

    private static List<Turn> turns(RolloutItem... items) {
        return fold(TurnReplay.full(), List.of(items)).turns();
    }

    private static List<String> shape(List<Turn> turns) {
        return turns.stream()
                .map(turn -> turn.id() + " " + turn.status().wireName() + " "
                        + turn.items().stream().map(ThreadItem::id).toList())
                .toList();
    }

    @Test
    void oldFilesFallIntoTurnsByTheirUserMessages() {
        var turns = turns(
                Rollouts.meta(),
                user("q1"),
                agent("a1"),
                user("q2"),
                new RolloutEvent.AgentReasoning("think1"),
                new RolloutEvent.AgentReasoning("think2"),
                agent("a2"),
                new RolloutEvent.TurnAborted(null, "interrupted", null, null),
                user("q3"));
        assertThat(shape(turns))
                .containsExactly(
                        "rollout-1 completed [item-1, item-2]",
                        "rollout-3 interrupted [item-3, item-4, item-5]",
                        "rollout-8 completed [item-6]");
        assertThat(turns.get(1).items().get(1))
                .isEqualTo(new ThreadItem.Reasoning("item-4", List.of("think1", "think2"), List.of()));
    }

    @Test
    void markersGiveTurnsTheirIdsAndTimes() {
        var turns =
                turns(Rollouts.meta(), started("t1"), user("q"), agent("a"), complete("t1"), started("t2"), user("r"));
        assertThat(shape(turns)).containsExactly("t1 completed [item-1, item-2]", "t2 inProgress [item-3]");
        assertThat(turns.getFirst().startedAt()).isEqualTo(100);
        assertThat(turns.getFirst().completedAt()).isEqualTo(101);
        assertThat(turns.getFirst().durationMs()).isEqualTo(1000);
        assertThat(shape(TurnViews.settled(turns))).last().isEqualTo("t2 interrupted [item-3]");
    }

    @Test
    void whatOnlyOurRecordsTellComesBackInPlace() {
        var error = new TurnError("no more", new CodexErrorInfo.ResponseTooManyFailedAttempts(429), "details");
        var turns = turns(
                started("t1"),
                user("q"),
                BobbinRecords.item("t1", command("c1", CommandExecutionStatus.IN_PROGRESS)),
                agent("between"),
                BobbinRecords.item("t1", command("c1", CommandExecutionStatus.COMPLETED)),
                BobbinRecords.turnError("t1", error),
                complete("t1"),
                started("t2"),
                user("r"),
                BobbinRecords.item("unknown turn", command("c2", CommandExecutionStatus.COMPLETED)));
        assertThat(shape(turns)).containsExactly("t1 failed [item-1, c1, item-2]", "t2 inProgress [item-3]");
        assertThat(turns.getFirst().error()).isEqualTo(error);
        assertThat(turns.getFirst().items().get(1)).isEqualTo(command("c1", CommandExecutionStatus.COMPLETED));
    }

    private static ThreadItem command(String id, CommandExecutionStatus status) {
        return new ThreadItem.CommandExecution(
                id, "ls", "/w", null, CommandExecutionSource.AGENT, status, List.of(), "out\n", 0, 5L);
    }

    @Test
    void ourRecordsDoNotShiftTheNumbersOfOthersAfterARollback() {
        var turns = turns(
                started("t1"),
                user("q"),
                BobbinRecords.item("t1", command("c1", CommandExecutionStatus.COMPLETED)),
                complete("t1"),
                started("t2"),
                user("gone"),
                complete("t2"),
                new RolloutEvent.ThreadRolledBack(1),
                started("t3"),
                user("next"));
        assertThat(shape(turns)).containsExactly("t1 completed [item-1, c1]", "t3 inProgress [item-2]");
    }

    @Test
    void compactionsMakeATurnOfTheirOwnWhereNothingElseIsOpen() {
        assertThat(shape(turns(new Compacted("s", null), user("q"), new Compacted("s", null))))
                .containsExactly("rollout-0 completed [item-1]");
    }

    @Test
    void hookPromptsAreShown() {
        var turns = turns(
                started("t"),
                user("q"),
                said("user", "<hook_prompt hook_run_id=\"h\">fix &lt;it&gt;</hook_prompt>"),
                said("user", "not <hook_prompt hook_run_id=\"h\">a prompt</hook_prompt>"));
        assertThat(turns.getFirst().items()).hasSize(2);
        assertThat(turns.getFirst().items().getLast())
                .isInstanceOfSatisfying(
                        ThreadItem.HookPrompt.class,
                        prompt ->
                                assertThat(prompt.fragments().getFirst().text()).isEqualTo("fix <it>"));
    }

    @Test
    void usageBelongsToTheTurnItWasCountedIn() {
        var none = new TokenUsage(0, 0, 0, 0, 0);
        var count = new RolloutEvent.TokenCount(new TokenUsageInfo(none, none, null), null);
        var lines = List.of(started("t1"), user("q"), count, complete("t1"), started("t2"), user("r"));
        assertThat(fold(TurnReplay.full(), lines).usageOwner()).isEqualTo("t1");
        var rolledBack = new ArrayList<RolloutItem>(lines);
        rolledBack.add(new RolloutEvent.ThreadRolledBack(2));
        assertThat(fold(TurnReplay.full(), rolledBack).usageOwner()).isEmpty();
        assertThat(fold(TurnReplay.full(), List.of(started("t1"), new RolloutEvent.TokenCount(null, null)))
                        .usageOwner())
                .isNull();
    }

    /** However little is kept, what is kept is the same, and the rest is known by its outline. */
    @Test
    void keepingLessChangesNothingElse() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var items = history(random);
            var full = fold(TurnReplay.full(), items);
            var count = 1 + random.nextInt(3);
            var newest = fold(TurnReplay.newest(count), items);
            assertThat(newest.turns()).as("seed %s", seed).hasSameSizeAs(full.turns());
            for (var i = 0; i < full.turns().size(); i++) {
                var turn = newest.turns().get(i);
                var expected = turn.itemsView() == TurnItemsView.FULL
                        ? full.turns().get(i)
                        : TurnViews.of(full.turns().get(i), TurnItemsView.NOT_LOADED);
                assertThat(turn).as("seed %s", seed).isEqualTo(expected);
            }
            assertThat(newest.turns().stream().filter(turn -> turn.itemsView() == TurnItemsView.FULL))
                    .hasSizeLessThanOrEqualTo(count);
            if (!full.turns().isEmpty()) {
                var wanted = random.nextInt(full.turns().size());
                var only = fold(TurnReplay.only(Set.of(full.ordinals().get(wanted))), items);
                assertThat(only.turns().get(wanted))
                        .as("seed %s", seed)
                        .isEqualTo(full.turns().get(wanted));
            }
        }
    }

    @Test
    void beyondItsBoundItKnowsAllTurnsButNoItems() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var round = 0; round < 100; round++) {
            var items = history(random);
            var full = fold(TurnReplay.full(), items);
            var bound = 500 + random.nextInt(3_000);
            var bounded = fold(TurnReplay.full().within(bound), items);
            var outlines = full.turns().stream()
                    .map(turn -> TurnViews.of(turn, TurnItemsView.NOT_LOADED))
                    .toList();
            assertThat(bounded.turns())
                    .as("seed %s, bound %s", seed, bound)
                    .isEqualTo(bounded.hasOverflowed() ? outlines : full.turns());
            assertThat(bounded.ordinals()).isEqualTo(full.ordinals());
            assertThat(fold(TurnReplay.full().within(1_000_000), items).hasOverflowed())
                    .isFalse();
            assertThat(fold(TurnReplay.full().within(0), items).hasOverflowed())
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    private static List<RolloutItem> history(Random random) {
        var items = new ArrayList<RolloutItem>();
        for (var i = 0; i < 40; i++) {
            items.add(
                    switch (random.nextInt(8)) {
                        case 0 -> started("t" + random.nextInt(9));
                        case 1 -> complete("t" + random.nextInt(9));
                        case 2, 3 -> user("u" + i);
                        case 4 -> new RolloutEvent.AgentReasoning("r" + i);
                        case 5 ->
                            new RolloutEvent.PatchApplyEnd(
                                    "c" + random.nextInt(3), "", "", "", true, RawJson.of("{}"), "completed");
                        case 6 ->
                            random.nextInt(4) > 0
                                    ? agent("a" + i)
                                    : new RolloutEvent.ThreadRolledBack(random.nextInt(3));
                        default ->
                            BobbinRecords.item(
                                    "t" + random.nextInt(9),
                                    command("x" + random.nextInt(3), CommandExecutionStatus.FAILED));
                    });
        }
        return items;
    }

    @Test
    void aSummaryShowsTheFirstQuestionAndTheLastAnswer() {
        var turn = turns(started("t"), agent("a1"), user("q1"), user("q2"), agent("a2"), agent("a3"))
                .getFirst();
        var summary = TurnViews.of(turn, TurnItemsView.SUMMARY);
        assertThat(summary.items()).extracting(ThreadItem::id).containsExactly("item-2", "item-5");
        assertThat(summary.itemsView()).isEqualTo(TurnItemsView.SUMMARY);
        assertThat(TurnViews.of(turn, TurnItemsView.NOT_LOADED).items()).isEmpty();
        assertThat(turn.status()).isEqualTo(TurnStatus.IN_PROGRESS);
    }
}
