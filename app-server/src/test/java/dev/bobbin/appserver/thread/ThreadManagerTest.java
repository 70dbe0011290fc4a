package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.thread.ThreadForkResponse;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeParams;
import dev.bobbin.protocol.v2.thread.ThreadUnsubscribeResponse;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnCompletedNotification;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.protocol.v2.turn.TurnStartResponse;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.memory.InMemoryThreadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadManagerTest {
    @TempDir
    Path home;

    @Test
    void theResponseComesBeforeWhatItIsAbout() throws Exception {
        try (var f = new ThreadFixture(home)) {
            f.start();

            assertThat(methods(f.client.until("thread/started"))).containsExactly("response", "thread/started");
        }
    }

    @Test
    void aTurnIsToldInTheOrderThatClientsRelyOn() throws Exception {
        try (var f = new ThreadFixture(home).says("Paris.")) {
            var thread = f.start();
            f.client.until("thread/started");

            f.threads.turns().start(f.turnStart(thread, "Capital?"), f.context, f.client.reply());

            assertThat(methods(f.client.until("turn/completed")))
                    .containsExactly(
                            "response",
                            "thread/status/changed",
                            "turn/started",
                            "item/started",
                            "item/completed",
                            "item/started",
                            "item/completed",
                            "thread/tokenUsage/updated",
                            "thread/status/changed",
                            "turn/completed");
        }
    }

    @Test
    void theInterrupterIsAnsweredBeforeTheTurnIsSeenToEnd() throws Exception {
        try (var f = new ThreadFixture(home)) {
            var asked = new CountDownLatch(1);
            f.plays.add(_ -> {
                asked.countDown();
                new CountDownLatch(1).await();
            });
            var thread = f.start();
            f.threads.turns().start(f.turnStart(thread, "wait"), f.context, f.client.reply());
            asked.await();
            f.client.until("item/completed");

            interrupt(f, thread, turnId(f.threads.find(thread)));
            var heard = f.client.until("turn/completed");

            assertThat(methods(heard)).containsExactly("response", "thread/status/changed", "turn/completed");
            assertThat(((TurnCompletedNotification) heard.getLast().params())
                            .turn()
                            .status())
                    .isEqualTo(TurnStatus.INTERRUPTED);

            interrupt(f, thread, "again");
            assertThat(((RuntimeException) f.client.until("error").getLast().params()))
                    .hasMessage("no active turn to interrupt");
        }
    }

    private static void interrupt(ThreadFixture f, String thread, String turn) {
        var params = WireJson.decode(
                ThreadFixture.json().put("threadId", thread).put("turnId", turn), TurnInterruptParams.class);
        f.threads.turns().interrupt(params, f.context, f.client.<TurnInterruptResponse>reply());
    }

    @Test
    void whatComesWhileATurnRunsJoinsIt() throws Exception {
        try (var f = new ThreadFixture(home)) {
            var asked = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            f.plays.add(sink -> {
                asked.countDown();
                goOn.await();
                new ThreadFixture(home).says("one").plays.take().with(sink);
            });
            f.says("two");
            var thread = f.start();
            f.threads.turns().start(f.turnStart(thread, "first"), f.context, f.client.reply());
            asked.await();
            var second = f.client.<TurnStartResponse>reply();
            f.threads.turns().start(f.turnStart(thread, "second"), f.context, second);
            var promised = Objects.requireNonNull(second.get()).turn().id();
            goOn.countDown();

            var heard = f.client.until("turn/completed");

            assertThat(((TurnCompletedNotification) heard.getLast().params())
                            .turn()
                            .id())
                    .isNotEqualTo(promised);
            assertThat(texts(turns(f, thread))).containsExactly("first", "one", "second", "two");
        }
    }

    @Test
    void whoJoinsMidTurnSeesTheRunningTurnAndHearsTheRest() throws Exception {
        try (var f = new ThreadFixture(home)) {
            var goOn = new CountDownLatch(1);
            f.plays.add(sink -> {
                goOn.await();
                new ThreadFixture(home).says("late").plays.take().with(sink);
            });
            var thread = f.start();
            f.threads.turns().start(f.turnStart(thread, "early"), f.context, f.client.reply());
            f.client.until("item/completed");

            var joined = f.client.<ThreadResumeResponse>reply();
            f.threads.resume(f.resume(thread), f.context, joined);
            var shown = Objects.requireNonNull(joined.get()).thread();
            goOn.countDown();
            f.client.until("turn/completed");

            assertThat(shown.status()).isEqualTo(new ThreadStatus.Active(List.of()));
            assertThat(shown.turns()).extracting(Turn::status).containsExactly(TurnStatus.IN_PROGRESS);
            assertThat(texts(shown.turns())).containsExactly("early");
        }
    }

    @Test
    void aLiveEphemeralThreadCanBeForkedAndJoined() throws Exception {
        try (var f = new ThreadFixture(home).says("a").says("b")) {
            var side = f.start(true);
            f.run(side, "q");

            var forked = f.client.<ThreadForkResponse>reply();
            f.threads.fork(f.fork(side, false), f.context, forked);
            var kept = Objects.requireNonNull(forked.get()).thread();
            var joined = f.client.<ThreadResumeResponse>reply();
            f.threads.resume(f.resume(side), f.context, joined);

            assertThat(kept.ephemeral()).isFalse();
            assertThat(kept.forkedFromId()).isEqualTo(side);
            assertThat(texts(kept.turns())).containsExactly("q", "a");
            assertThat(texts(Objects.requireNonNull(joined.get()).thread().turns()))
                    .containsExactly("q", "a");
        }
    }

    @Test
    void aDirectoryIsRefusedWhateverElseIsAskedFor() throws Exception {
        try (var f = new ThreadFixture(home)) {
            var thread = f.start();
            var refusal = "failed to resolve rollout path `" + home + "`: path is a directory";

            assertThatThrownBy(() -> f.threads.resume(f.resume(thread, home), f.context, f.client.reply()))
                    .hasMessage(refusal);
            assertThatThrownBy(() -> f.threads.resume(f.resume("nope", home), f.context, f.client.reply()))
                    .hasMessage(refusal);
        }
    }

    @Test
    void aFailingDiskIsToldAndTheThreadWorksOn() throws Exception {
        var full = new AtomicBoolean();
        try (var f = new ThreadFixture(home, failing(full), ThreadServices.DEFAULT_IDLE_UNLOAD)) {
            var thread = f.start();
            full.set(true);
            f.threads.turns().start(f.turnStart(thread, "lost"), f.context, f.client.reply());
            assertThat((RuntimeException) f.client.until("error").getLast().params())
                    .hasMessageContaining(
                            "Failed to save the conversation transcript: thread-store internal error: full");

            full.set(false);
            f.says("here").run(thread, "kept");

            assertThat(texts(turns(f, thread))).containsExactly("kept", "here");
        }
    }

    @Test
    void aDiskThatFailsWithinATurnFailsTheTurn() throws Exception {
        var full = new AtomicBoolean();
        try (var f = new ThreadFixture(home, failing(full), ThreadServices.DEFAULT_IDLE_UNLOAD)) {
            f.plays.add(sink -> {
                full.set(true);
                new ThreadFixture(home).says("unseen").plays.take().with(sink);
            });
            var thread = f.start();
            f.threads.turns().start(f.turnStart(thread, "q"), f.context, f.client.reply());

            var heard = f.client.until("turn/completed");

            var ended = ((TurnCompletedNotification) heard.getLast().params()).turn();
            assertThat(ended.status()).isEqualTo(TurnStatus.FAILED);
            assertThat(Objects.requireNonNull(ended.error()).message()).contains("full");
            assertThat(methods(heard)).containsOnlyOnce("item/completed");
        }
    }

    @Test
    void anIdleThreadThatNobodyListensToIsUnloaded() throws Exception {
        try (var f =
                new ThreadFixture(home, new InMemoryThreadStore("offline", Clock.systemUTC()), Duration.ofMillis(1))) {
            f.says("a");
            var thread = f.start();
            f.run(thread, "q");
            f.client.until("turn/completed");
            var params = WireJson.decode(ThreadFixture.json().put("threadId", thread), ThreadUnsubscribeParams.class);
            f.threads.unsubscribe(params, f.context, f.client.<ThreadUnsubscribeResponse>reply());

            f.client.until("thread/closed");

            assertThat(f.threads.find(thread)).isNull();
        }
    }

    /** A store whose appends fail while {@code full}. */
    private static ThreadStore failing(AtomicBoolean full) {
        var store = new InMemoryThreadStore("offline", Clock.systemUTC());
        return (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(), new Class<?>[] {ThreadStore.class}, (_, method, arguments) -> {
                    if (full.get() && method.getName().startsWith("append")) {
                        throw new ThreadStoreException.Internal("full");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String turnId(ThreadActor actor) {
        return Objects.requireNonNull(
                actor.call(thread -> Objects.requireNonNull(thread.turn()).id()));
    }

    private static List<Turn> turns(ThreadFixture f, String thread) {
        return Objects.requireNonNull(
                Objects.requireNonNull(f.threads.find(thread)).call(ThreadReading::turns));
    }

    private static List<String> texts(List<Turn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.items().stream())
                .map(item -> switch (item) {
                    case ThreadItem.UserMessage user ->
                        ((dev.bobbin.protocol.v2.item.UserInput.Text)
                                        user.content().getFirst())
                                .text();
                    case ThreadItem.AgentMessage agent -> agent.text();
                    default -> item.id();
                })
                .toList();
    }

    private static List<String> methods(List<RecordingClient.Heard> heard) {
        return heard.stream().map(RecordingClient.Heard::method).toList();
    }
}
