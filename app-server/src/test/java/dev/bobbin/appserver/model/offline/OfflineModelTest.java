package dev.bobbin.appserver.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelRequests;
import dev.bobbin.rollout.line.RawJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineModelTest {
    private static final RawJson CONTEXT = said("user", "<environment_context>\\n</environment_context>");

    @Test
    void saysWhatItWasToldAndHowManyTurnsThereAre() throws InterruptedException {
        assertThat(answer(CONTEXT, said("user", "What is 2+2?")))
                .isEqualTo("You said: What is 2+2?\n\nThis thread has 1 turn so far. (offline model)");
        assertThat(answer(CONTEXT, said("user", "a"), said("assistant", "b"), said("user", "c")))
                .isEqualTo("You said: c\n\nThis thread has 2 turns so far. (offline model)");
        assertThat(answer()).startsWith("You have said nothing yet.");
    }

    @Test
    void streamsTheSameAnswerInPiecesEveryTime() throws InterruptedException {
        var events = events(said("user", "Paris or London?"));
        var streamed = new StringBuilder();
        var deltas = 0;
        for (var event : events) {
            if (event instanceof ModelEvent.TextDelta delta) {
                streamed.append(delta.delta());
                deltas++;
            }
        }
        assertThat(deltas).isGreaterThan(5);
        assertThat(streamed).hasToString(text(events));
        assertThat(events).isEqualTo(events(said("user", "Paris or London?")));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        ModelEvent.Completed.class,
                        completed -> assertThat(completed.usage())
                                .isNotNull()
                                .satisfies(usage -> assertThat(usage.totalTokens())
                                        .isEqualTo(usage.inputTokens() + usage.outputTokens())));
    }

    private static String answer(RawJson... input) throws InterruptedException {
        return text(events(input));
    }

    private static String text(List<ModelEvent> events) {
        for (var event : events) {
            if (event instanceof ModelEvent.ItemDone done) {
                return done.item().at("/content/0/text").textValue();
            }
        }
        throw new AssertionError("no item in " + events);
    }

    private static List<ModelEvent> events(RawJson... input) throws InterruptedException {
        ModelRequest request = ModelRequests.request(ModelRequests.provider("http://x"), input);
        var events = new ArrayList<ModelEvent>();
        new OfflineModel().stream(request, events::add);
        return events;
    }

    private static RawJson said(String role, String text) {
        return RawJson.of("{\"type\":\"message\",\"role\":\"" + role
                + "\",\"content\":[{\"type\":\"input_text\",\"text\":\"" + text + "\"}]}");
    }
}
