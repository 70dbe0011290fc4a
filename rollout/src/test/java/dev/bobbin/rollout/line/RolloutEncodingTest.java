package dev.bobbin.rollout.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.Rollouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RolloutEncodingTest {
    private static final Instant TIME = Instant.parse("2026-11-24T14:49:55.944999Z");
    private static final RawJson OBJECT = RawJson.of("{\"z\":1.0,\"a\":[null,true]}");

    private static String encoded(RolloutItem item) {
        var out = new LineBuffer(16);
        RolloutEncoder.line(item, TIME, out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void keysStandInTheOrderOfTheFormat() {
        assertThat(encoded(new RolloutEvent.TaskComplete("t", null, 5L, 6L, null)))
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-24T14:49:55.944Z\",\"type\":\"event_msg\",\"payload\":{\"type\":\"task_complete\",\"turn_id\":\"t\",\"last_agent_message\":null,\"completed_at\":5,\"duration_ms\":6}}\n");
        assertThat(encoded(new RolloutEvent.UserMessage("c", "hi", List.of("u"), null, List.of(), null, null)))
                .contains(
                        "{\"type\":\"user_message\",\"client_id\":\"c\",\"message\":\"hi\",\"images\":[\"u\"],\"local_images\":[],\"text_elements\":[]}");
        assertThat(encoded(Rollouts.meta()))
                .contains(
                        "\"payload\":{\"id\":\"" + Rollouts.THREAD_ID + "\",\"timestamp\":\"2026-01-02T12:00:00.000Z\","
                                + "\"cwd\":\"/w\",\"originator\":\"test\",\"cli_version\":\"0.137.0\",\"source\":\"vscode\",\"model_provider\":\"offline\",\"base_instructions\":{\"text\":\"Be"
                                + " brief.\"}}");
    }

    @Test
    void everyKindOfItemReadsBackAsItWasWritten() {
        var usage = new TokenUsage(1, 2, 3, 4, 5);
        var git = new GitInfo("c", null, "u");
        List<RolloutItem> items = List.of(
                Rollouts.meta().with(git, "disabled"),
                new TurnContext(
                        "t",
                        "/w",
                        OBJECT,
                        "d",
                        "z",
                        JsonStrings.quote("never"),
                        OBJECT,
                        OBJECT,
                        null,
                        null,
                        "m",
                        "p",
                        OBJECT,
                        "v1",
                        false,
                        "high",
                        "auto"),
                Rollouts.said("user", "hi"),
                new Compacted("s", List.of(OBJECT, OBJECT)),
                new Compacted("s", null),
                new RolloutEvent.TaskStarted("t", "tr", 1L, 2L, "plan"),
                new RolloutEvent.TaskComplete("t", "m", 1L, 2L, 3L),
                new RolloutEvent.TurnAborted("t", "interrupted", 1L, null),
                new RolloutEvent.TurnAborted(null, "replaced", null, null),
                new RolloutEvent.UserMessage(
                        "c", "m", List.of("a", "b"), OBJECT, List.of("/p"), OBJECT, RawJson.of("[{}]")),
                new RolloutEvent.AgentMessage("m", "final_answer", OBJECT),
                new RolloutEvent.AgentReasoning("r"),
                new RolloutEvent.AgentReasoningRawContent("r"),
                new RolloutEvent.TokenCount(new TokenUsageInfo(usage, usage, 9L), OBJECT),
                new RolloutEvent.TokenCount(null, null),
                new RolloutEvent.ContextCompacted(),
                new RolloutEvent.ThreadRolledBack(3),
                new RolloutEvent.EnteredReviewMode(OBJECT, "h"),
                new RolloutEvent.ExitedReviewMode(OBJECT),
                new RolloutEvent.PatchApplyEnd("c", "t", "o", "e", true, OBJECT, "completed"),
                new RolloutEvent.McpToolCallEnd("c", OBJECT, "u", "p", Duration.ofNanos(1_000_000_002L), OBJECT),
                new RolloutEvent.WebSearchEnd("c", "q", OBJECT),
                new RolloutEvent.ImageGenerationEnd("c", "s", "r", "b", "/p"),
                new RolloutEvent.ThreadGoalUpdated("t", null, OBJECT),
                new RolloutEvent.ItemCompleted("th", "t", OBJECT, 4L),
                new BobbinRecord("bobbin_item", OBJECT),
                new UnknownItem("future", OBJECT));
        for (var item : items) {
            var line = encoded(item);
            var read = Rollouts.line(line.strip());
            assertThat(read.parse()).isEqualTo(item);
            assertThat(read.timestamp()).isEqualTo(Instant.parse("2026-11-24T14:49:55.944Z"));
            assertThat(read.isItem()).isEqualTo(!(item instanceof BobbinRecord || item instanceof UnknownItem));
        }
    }

    @Test
    void anyTextSurvives() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++) {
            var event = Rollouts.user(Rollouts.text(random));
            var line = encoded(event);
            assertThat(line.indexOf('\n')).as("seed %s", seed).isEqualTo(line.length() - 1);
            assertThat(Rollouts.line(line.strip()).parse()).as("seed %s", seed).isEqualTo(event);
        }
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        var read =
                (RolloutEvent.AgentReasoning) Rollouts.line(encoded(new RolloutEvent.AgentReasoning("a\ud800b\udc00"))
                                .strip())
                        .parse();
        assertThat(read.text()).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void longTextsGrowTheBufferAsNeeded() {
        var text = "\u0001x\ud83d\ude00".repeat(50_000);
        assertThat(Rollouts.line(encoded(new RolloutEvent.AgentReasoning(text)).strip())
                        .parse())
                .isEqualTo(new RolloutEvent.AgentReasoning(text));
    }

    @Test
    void aRestampedLineKeepsEveryOtherByte() {
        var text =
                "{ \"payload\" : {\"type\":\"token_count\",\"x\":0.10000000000000000001,\"info\":null}, \"more\": 1e5, "
                        + "\"timestamp\" : \"2020-01-01T00:00:00Z\", \"type\":\"event_msg\" }";
        var out = new LineBuffer(16);
        Rollouts.line(text).writeRestamped(RolloutTime.format(TIME), out);
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(text.replace("2020-01-01T00:00:00Z", "2026-11-24T14:49:55.944Z") + "\n");
    }

    @Test
    void oldSpellingsAndAbsentFieldsAreRead() {
        assertThat(Rollouts.line(
                                "{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{\"type\":\"turn_started\",\"turn_id\":\"a\"}}")
                        .parse())
                .isEqualTo(new RolloutEvent.TaskStarted("a", null, null, null, "default"));
        assertThat(Rollouts.line(
                                "{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{\"type\":\"user_message\",\"message\":\"m\",\"images\":null}}")
                        .parse())
                .isEqualTo(Rollouts.user("m"));
        assertThat(Rollouts.line("{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{\"type\":\"user_message\"}}")
                        .parse())
                .isInstanceOf(RolloutEvent.UnknownEvent.class);
    }
}
