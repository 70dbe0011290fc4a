package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.v2.thread.ThreadActiveFlag;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadStatusTrackerTest {
    private final ThreadStatusTracker tracker = new ThreadStatusTracker();

    @Test
    void aChangeIsToldOnce() {
        assertThat(tracker.turnStarted()).contains(new ThreadStatus.Active(List.of()));
        assertThat(tracker.turnStarted()).isEmpty();
        assertThat(tracker.turnEnded()).contains(new ThreadStatus.Idle());
        assertThat(tracker.turnEnded()).isEmpty();
    }

    @Test
    void openQuestionsShowAsFlags() {
        tracker.turnStarted();

        assertThat(tracker.approvalAsked()).contains(active(ThreadActiveFlag.WAITING_ON_APPROVAL));
        assertThat(tracker.approvalAsked()).isEmpty();
        assertThat(tracker.questionAsked())
                .contains(active(ThreadActiveFlag.WAITING_ON_APPROVAL, ThreadActiveFlag.WAITING_ON_USER_INPUT));
        assertThat(tracker.approvalAnswered()).isEmpty();
        assertThat(tracker.approvalAnswered()).contains(active(ThreadActiveFlag.WAITING_ON_USER_INPUT));
        assertThat(tracker.questionAnswered()).contains(active());
    }

    @Test
    void theEndOfATurnTakesItsQuestionsAway() {
        tracker.turnStarted();
        tracker.approvalAsked();

        assertThat(tracker.turnEnded()).contains(new ThreadStatus.Idle());
        assertThat(tracker.approvalAnswered()).isEmpty();
    }

    @Test
    void aFailureStaysUntilTheNextTurn() {
        tracker.turnStarted();

        assertThat(tracker.turnFailed()).contains(new ThreadStatus.SystemError());
        assertThat(tracker.status()).isEqualTo(new ThreadStatus.SystemError());
        assertThat(tracker.turnStarted()).contains(active());
        assertThat(tracker.turnEnded()).contains(new ThreadStatus.Idle());
    }

    private static ThreadStatus active(ThreadActiveFlag... flags) {
        return new ThreadStatus.Active(List.of(flags));
    }
}
