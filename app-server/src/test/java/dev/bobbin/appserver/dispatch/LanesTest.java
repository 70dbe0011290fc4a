package dev.bobbin.appserver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.method.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final long LONG_NANOS = Duration.ofSeconds(20).toNanos();
    private static final Lane LANE = new Lane.OfThread("t");

    private final Lanes lanes = new Lanes();
    private final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void oneLaneRunsInArrivalOrder() throws InterruptedException {
        for (var i = 0; i < 1_000; i++) {
            var n = i;
            lanes.submit(LANE, () -> ran.add(n));
        }
        assertThat(lanes.awaitIdle(LONG_NANOS)).isTrue();
        assertThat(ran)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void aBusyLaneHoldsUpNoOther() throws InterruptedException {
        var done = new CountDownLatch(2);
        lanes.submit(LANE, this::waitAtGate);
        lanes.submit(new Lane.OfThread("other"), done::countDown);
        lanes.submit(new Lane.Unordered(), done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        gate.countDown();
        assertThat(lanes.awaitIdle(LONG_NANOS)).isTrue();
    }

    @Test
    void aShortTaskRunsOnItsCallerUnlessItsLaneIsBusy() throws InterruptedException {
        var caller = Thread.currentThread();
        lanes.submitShort(LANE, () -> ran.add(Thread.currentThread() == caller ? 1 : 0));
        assertThat(ran).containsExactly(1);

        lanes.submit(LANE, this::waitAtGate);
        lanes.submitShort(LANE, () -> ran.add(Thread.currentThread() == caller ? 3 : 2));
        assertThat(ran).containsExactly(1);
        gate.countDown();
        assertThat(lanes.awaitIdle(LONG_NANOS)).isTrue();
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void aFullLaneRefuses() throws InterruptedException {
        lanes.submit(LANE, this::waitAtGate);
        for (var i = 0; i < Lanes.LANE_CAPACITY; i++) {
            lanes.submit(LANE, () -> ran.add(0));
        }
        assertThatThrownBy(() -> lanes.submit(LANE, () -> ran.add(1))).isInstanceOf(RequestException.Overloaded.class);
        gate.countDown();
        assertThat(lanes.awaitIdle(LONG_NANOS)).isTrue();
        assertThat(ran).hasSize(Lanes.LANE_CAPACITY).doesNotContain(1);
    }

    private void waitAtGate() {
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
