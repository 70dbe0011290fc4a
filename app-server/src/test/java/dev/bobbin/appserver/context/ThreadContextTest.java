package dev.bobbin.appserver.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadContextTest {
    private static final RawJson CALL =
            RawJson.of("{\"type\":\"function_call\",\"name\":\"f\",\"arguments\":\"{}\",\"call_id\":\"c1\"}");

    private final ThreadContext context = ThreadContext.empty();

    @Test
    void sendsItemsAsTheyAre() {
        var said = ResponseItems.userText("hi");
        context.append(said);
        context.append(CALL);
        context.append(ResponseItems.functionOutput("c1", "done"));

        assertThat(context.input()).isEqualTo(context.items());
    }

    @Test
    void answersCallsThatWereNotAnswered() {
        context.append(CALL);
        context.append(ResponseItems.userText("hi"));

        assertThat(context.input())
                .containsExactly(CALL, ResponseItems.functionOutput("c1", "aborted"), ResponseItems.userText("hi"));
    }

    @Test
    void leavesOutOutputsWithoutACall() {
        context.append(ResponseItems.functionOutput("c9", "done"));
        context.append(ResponseItems.userText("hi"));

        assertThat(context.input()).containsExactly(ResponseItems.userText("hi"));
    }

    @Test
    void addsUpWhatWasSpent() {
        context.spent(new TokenUsage(10, 1, 5, 2, 15), 1_000L);
        context.spent(new TokenUsage(20, 2, 6, 3, 26), 1_000L);

        assertThat(context.usage()).satisfies(usage -> {
            assertThat(usage.total()).isEqualTo(new TokenUsage(30, 3, 11, 5, 41));
            assertThat(usage.last()).isEqualTo(new TokenUsage(20, 2, 6, 3, 26));
        });
        assertThat(context.tokensInContext()).isEqualTo(26);
    }

    @Test
    void countsAsFullWhenTheProviderSaysSo() {
        context.full(1_000);

        assertThat(context.tokensInContext()).isEqualTo(1_000);

        context.replace(List.of(ResponseItems.userText("summary")));
        context.reestimate("12345678", 1_000L);

        assertThat(context.tokensInContext()).isBetween(2L, 100L);
    }
}
