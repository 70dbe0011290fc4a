package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputResponse;
import dev.bobbin.protocol.v2.thread.ThreadActiveFlag;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadStatusChangedNotification;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenQuestionsTest {
    private static final String ASKED = "asked item/tool/requestUserInput";

    @TempDir
    Path home;

    @Test
    void aQuestionShowsInTheStatusUntilItIsAnswered() throws Exception {
        try (var f = new ThreadFixture(home).asks().says("thanks")) {
            var thread = ask(f);

            answer(f);
            var heard = f.client.until("turn/completed");

            assertThat(methods(heard).subList(0, 2)).containsExactly("serverRequest/resolved", "thread/status/changed");
            assertThat(status(heard.get(1))).isEqualTo(new ThreadStatus.Active(List.of()));
            assertThat(Objects.requireNonNull(f.threads.find(thread)).status()).isEqualTo(new ThreadStatus.Idle());
        }
    }

    @Test
    void whoJoinsIsAskedToo() throws Exception {
        try (var f = new ThreadFixture(home).asks().says("thanks")) {
            var thread = ask(f);

            var joined = f.client.<ThreadResumeResponse>reply();
            f.threads.resume(f.resume(thread), f.context, joined);
            f.client.until("asked again item/tool/requestUserInput");

            assertThat(Objects.requireNonNull(joined.get()).thread().status())
                    .isEqualTo(new ThreadStatus.Active(List.of(ThreadActiveFlag.WAITING_ON_USER_INPUT)));
            answer(f);
            f.client.until("turn/completed");
        }
    }

    @Test
    void anInterruptTakesTheQuestionAwayAfterTheTurnHasEnded() throws Exception {
        try (var f = new ThreadFixture(home).asks()) {
            var thread = ask(f);
            var turn = Objects.requireNonNull(f.threads.find(thread))
                    .call(loaded -> Objects.requireNonNull(loaded.turn()).id());

            var params = WireJson.decode(
                    ThreadFixture.json().put("threadId", thread).put("turnId", turn), TurnInterruptParams.class);
            f.threads.turns().interrupt(params, f.context, f.client.<TurnInterruptResponse>reply());

            assertThat(methods(f.client.until("serverRequest/resolved")))
                    .filteredOn(method -> !method.equals("thread/tokenUsage/updated"))
                    .containsExactly("response", "thread/status/changed", "turn/completed", "serverRequest/resolved");
        }
    }

    private static String ask(ThreadFixture f) throws InterruptedException {
        var thread = f.start();
        f.threads.turns().start(f.turnStart(thread, "ask me"), f.context, f.client.reply());
        var heard = f.client.until(ASKED);
        assertThat(status(heard.get(heard.size() - 2)))
                .isEqualTo(new ThreadStatus.Active(List.of(ThreadActiveFlag.WAITING_ON_USER_INPUT)));
        return thread;
    }

    @SuppressWarnings("unchecked")
    private static void answer(ThreadFixture f) {
        ((RecordingClient.Asked<ToolRequestUserInputResponse>) f.client.asked.getFirst())
                .answer(new ToolRequestUserInputResponse(Map.of()));
    }

    private static ThreadStatus status(RecordingClient.Heard heard) {
        return ((ThreadStatusChangedNotification) heard.params()).status();
    }

    private static List<String> methods(List<RecordingClient.Heard> heard) {
        return heard.stream().map(RecordingClient.Heard::method).toList();
    }
}
