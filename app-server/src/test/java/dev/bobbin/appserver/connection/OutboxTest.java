package dev.bobbin.appserver.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.transport.MemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch broken = new CountDownLatch(1);
    private final MemoryTransport client = new MemoryTransport();
    private final Outbox outbox = new Outbox(client, OutboxPolicy.ONLY_CLIENT, "outbox-test", broken::countDown);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void linesArriveInTheOrderInWhichTheyWerePut() throws InterruptedException {
        outbox.start();
        for (var i = 0; i < 5_000; i++) {
            outbox.put(bytes("line " + i));
        }
        assertThat(outbox.finish(LONG)).isTrue();
        for (var i = 0; i < 5_000; i++) {
            assertThat(client.receive(LONG)).isEqualTo("line " + i);
        }
    }

    @Test
    void deltasThatNobodyReadsAreJoinedAndLoseNothing() throws InterruptedException {
        client.stall(true);
        outbox.start();
        var text = "x".repeat(1_000);
        for (var i = 0; i < 4_000; i++) {
            outbox.putDelta(delta("t", "item", text));
        }
        outbox.put(bytes("{\"method\":\"turn/completed\"}"));
        client.stall(false);
        assertThat(outbox.finish(LONG)).isTrue();

        var lines = receiveUntil("{\"method\":\"turn/completed\"}");
        var length = lines.stream().mapToInt(OutboxTest::deltaLength).sum();
        assertThat(length).isEqualTo(4_000_000);
        assertThat(lines).hasSizeLessThan(1_200);
    }

    @Test
    void nothingIsJoinedAcrossAnotherMessage() throws InterruptedException {
        client.stall(true);
        outbox.put(bytes("p".repeat((int) Outbox.PRESSURE_BYTES + 1)));
        outbox.putDelta(delta("t", "a", "one"));
        outbox.putDelta(delta("t", "b", "uno"));
        outbox.putDelta(delta("t", "a", "two \\\" quoted"));
        outbox.put(bytes("{\"method\":\"item/completed\"}"));
        outbox.putDelta(delta("t", "a", "three"));
        outbox.put(bytes("end"));
        outbox.start();
        client.stall(false);

        assertThat(receiveUntil("end").subList(1, 5))
                .containsExactly(
                        text(delta("t", "a", "onetwo \\\" quoted")),
                        text(delta("t", "b", "uno")),
                        "{\"method\":\"item/completed\"}",
                        text(delta("t", "a", "three")));
    }

    @Test
    void aClientThatReadsNothingIsToldToRetryAndThenHeldBack() throws InterruptedException {
        client.stall(true);
        var line = new byte[1 << 20];
        for (var i = 0; i <= OutboxPolicy.ONLY_CLIENT.refuseBytes() / line.length; i++) {
            outbox.put(line);
        }
        assertThat(outbox.refusesRequests()).isTrue();
        while (outbox.hasRoom()) {
            outbox.put(line);
        }
        var held = new CountDownLatch(1);
        var dispatcher = Thread.ofVirtual().start(() -> {
            try {
                outbox.awaitRoom();
                held.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(held.getCount()).isEqualTo(1);
        outbox.start();
        client.stall(false);
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        dispatcher.join();
    }

    @Test
    void aClientAmongManyThatReadsNothingIsGivenUpWhileNobodyWaits() throws InterruptedException {
        var shared = new Outbox(client, OutboxPolicy.ONE_OF_MANY, "outbox-test", broken::countDown);
        client.stall(true);
        shared.start();
        var line = new byte[1 << 20];
        for (var i = 0L; i <= OutboxPolicy.ONE_OF_MANY.mostUnaskedBytes() / line.length + 1; i++) {
            shared.putUnasked(line);
        }
        assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shared.awaitRoom()).isFalse();
    }

    @Test
    void answersToAClientAmongManyAreKeptHoweverLong() throws InterruptedException {
        var shared = new Outbox(client, OutboxPolicy.ONE_OF_MANY, "outbox-test", broken::countDown);
        client.stall(true);
        shared.put(new byte[(int) OutboxPolicy.ONE_OF_MANY.mostUnaskedBytes() + 1]);
        shared.putUnasked(bytes("one more"));
        shared.start();
        client.stall(false);
        assertThat(shared.finish(LONG)).isTrue();
        assertThat(broken.getCount()).isEqualTo(1);
    }

    @Test
    void aClientThatLeftBreaksTheOutboxAndNobodyWaits() throws InterruptedException {
        outbox.start();
        client.close();
        outbox.put(bytes("to nobody"));
        assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
        outbox.put(bytes("to nobody either"));
        assertThat(outbox.awaitRoom()).isFalse();
        assertThat(outbox.finish(Duration.ofSeconds(1))).isTrue();
    }

    private List<String> receiveUntil(String last) throws InterruptedException {
        var lines = new ArrayList<String>();
        for (String line; !(line = String.valueOf(client.receive(LONG))).equals(last); ) {
            assertThat(line).as("after %d lines", lines.size()).isNotEqualTo("null");
            lines.add(line);
        }
        return lines;
    }

    private static int deltaLength(String line) {
        return line.length() - text(delta("t", "item", "")).length();
    }

    private static byte[] delta(String thread, String item, String escaped) {
        return bytes("{\"method\":\"item/reasoning/textDelta\",\"params\":{\"threadId\":\"" + thread
                + "\",\"itemId\":\"" + item + "\",\"delta\":\"" + escaped + "\",\"contentIndex\":0}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
