package dev.bobbin.appserver.telemetry;

import dev.bobbin.appserver.telemetry.jfr.JfrObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All who look. The flight recorder may always begin to; an exporter is added where one is configured. */
public final class Observers implements Observer {
    private final Observer recorder = new JfrObserver();
    private volatile @Nullable Observer exporter;

    /** From now on this one looks too. */
    public void export(Observer added) {
        exporter = added;
    }

    @Override
    public @Nullable RequestWatch request(String method) {
        var first = recorder.request(method);
        var other = exporter;
        var second = other == null ? null : other.request(method);
        return first == null ? second : second == null ? first : new BothRequests(first, second);
    }

    @Override
    public @Nullable TurnWatch turn(String threadId, String turnId, Supplier<String> kind) {
        var first = recorder.turn(threadId, turnId, kind);
        var other = exporter;
        var second = other == null ? null : other.turn(threadId, turnId, kind);
        return first == null ? second : second == null ? first : new BothTurns(first, second);
    }

    @Override
    public @Nullable CallWatch modelCall(String threadId, String provider, String model) {
        var first = recorder.modelCall(threadId, provider, model);
        var other = exporter;
        var second = other == null ? null : other.modelCall(threadId, provider, model);
        return first == null ? second : second == null ? first : new BothCalls(first, second);
    }

    private record BothRequests(RequestWatch first, RequestWatch second) implements RequestWatch {
        @Override
        public void queued(String lane) {
            first.queued(lane);
            second.queued(lane);
        }

        @Override
        public void begins() {
            first.begins();
            second.begins();
        }

        @Override
        public void ended(int errorCode) {
            first.ended(errorCode);
            second.ended(errorCode);
        }
    }

    private record BothTurns(TurnWatch first, TurnWatch second) implements TurnWatch {
        @Override
        public void ended(String status, Tokens tokens) {
            first.ended(status, tokens);
            second.ended(status, tokens);
        }
    }

    private record BothCalls(CallWatch first, CallWatch second) implements CallWatch {
        @Override
        public void answered(int status) {
            first.answered(status);
            second.answered(status);
        }

        @Override
        public void ended(String outcome, long sentBytes, long receivedBytes) {
            first.ended(outcome, sentBytes, receivedBytes);
            second.ended(outcome, sentBytes, receivedBytes);
        }
    }
}
