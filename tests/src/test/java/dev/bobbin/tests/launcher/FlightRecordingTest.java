package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM's flight recorder shows of a server, of which nothing is loaded where it does not run. */
@Tag("process")
class FlightRecordingTest {
    private static final String QUESTION = "a question that is nobody's business";
    private static final String ANSWER = "an answer to nobody else";

    @TempDir
    Path folder;

    private TestAppServer recorded(String file) throws IOException {
        return TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("BOBBIN_JAVA_OPTS", "-XX:StartFlightRecording:filename=" + file)
                .modelReplies(ModelReply.reply().message(ANSWER).tokens(70, 7))
                .start();
    }

    @Test
    void requestsTurnsAndCallsAreRecordedAndWhatTheySaidIsNot() throws Exception {
        var file = folder.resolve("server.jfr");
        TestThread thread;
        try (var server = recorded(file.toString())) {
            thread = server.startThread();
            server.runTurn(thread, QUESTION);
            assertThat(server.tryCall("thread/read", Map.of("threadId", "no thread")))
                    .isInstanceOf(Answer.Refused.class);
            assertThat(server.end()).isZero();
        }
        var events = RecordingFile.readAllEvents(file);

        var begun = only(events, "dev.bobbin.Request", "method", "turn/start");
        assertThat(begun.getString("lane")).isEqualTo("thread " + thread.id());
        assertThat(begun.getString("outcome")).isEqualTo("ok");
        assertThat(begun.getDuration("queueTime")).isPositive().isLessThanOrEqualTo(begun.getDuration());
        assertThat(only(events, "dev.bobbin.Request", "method", "thread/read").getInt("errorCode"))
                .isEqualTo(-32600);
        var turn = only(events, "dev.bobbin.Turn", "threadId", thread.id());
        assertThat(turn.getString("kind")).isEqualTo("user");
        assertThat(turn.getString("status")).isEqualTo("completed");
        assertThat(turn.getLong("inputTokens")).isEqualTo(70);
        assertThat(turn.getLong("outputTokens")).isEqualTo(7);
        var call = only(events, "dev.bobbin.ModelCall", "threadId", thread.id());
        assertThat(call.getString("provider")).isEqualTo("mock");
        assertThat(call.getString("model")).isEqualTo("mock-model");
        assertThat(call.getInt("status")).isEqualTo(200);
        assertThat(call.getString("outcome")).isEqualTo("completed");
        assertThat(call.getLong("sentBytes")).isGreaterThan(QUESTION.length());
        assertThat(call.getLong("receivedBytes")).isGreaterThan(ANSWER.length());
        assertThat(call.getDuration("timeToFirstByte")).isPositive().isLessThanOrEqualTo(call.getDuration());
        assertThat(turn.getDuration()).isGreaterThanOrEqualTo(call.getDuration());
        assertThat(bobbins(events)).noneMatch(event -> event.toString().contains("nobody"));
    }

    private static List<RecordedEvent> bobbins(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.bobbin."))
                .toList();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String type, String field, String value) {
        var found = events.stream()
                .filter(event ->
                        event.getEventType().getName().equals(type) && Objects.equals(event.getString(field), value))
                .toList();
        assertThat(found)
                .as("%s with %s = %s in %s", type, field, value, bobbins(events))
                .hasSize(1);
        return found.getFirst();
    }
}
