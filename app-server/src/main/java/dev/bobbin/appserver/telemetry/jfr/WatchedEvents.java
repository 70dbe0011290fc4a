package dev.bobbin.appserver.telemetry.jfr;

import dev.bobbin.appserver.telemetry.Observer.CallWatch;
import dev.bobbin.appserver.telemetry.Observer.RequestWatch;
import dev.bobbin.appserver.telemetry.Observer.Tokens;
import dev.bobbin.appserver.telemetry.Observer.TurnWatch;

/** Events under way. Apart from {@link JfrObserver}, so that this one can be loaded without any of them. */
final class WatchedEvents {
    private WatchedEvents() {}

    static RequestWatch request(String method) {
        var event = new RequestEvent();
        event.method = method;
        event.begin();
        return new WatchedRequest(event, System.nanoTime());
    }

    static TurnWatch turn(String threadId, String turnId, String kind) {
        var event = new TurnEvent();
        event.threadId = threadId;
        event.turnId = turnId;
        event.kind = kind;
        event.begin();
        return new WatchedTurn(event);
    }

    static CallWatch modelCall(String threadId, String provider, String model) {
        var event = new ModelCallEvent();
        event.threadId = threadId;
        event.provider = provider;
        event.model = model;
        event.begin();
        return new WatchedCall(event, System.nanoTime());
    }

    private record WatchedRequest(RequestEvent event, long arrivedNanos) implements RequestWatch {
        @Override
        public void queued(String lane) {
            event.lane = lane;
        }

        @Override
        public void begins() {
            event.queueTime = System.nanoTime() - arrivedNanos;
        }

        @Override
        public void ended(int errorCode) {
            event.outcome = errorCode == 0 ? "ok" : "error";
            event.errorCode = errorCode;
            event.commit();
        }
    }

    private record WatchedTurn(TurnEvent event) implements TurnWatch {
        @Override
        public void ended(String status, Tokens tokens) {
            event.status = status;
            event.inputTokens = tokens.input();
            event.cachedInputTokens = tokens.cachedInput();
            event.outputTokens = tokens.output();
            event.reasoningTokens = tokens.reasoning();
            event.commit();
        }
    }

    private record WatchedCall(ModelCallEvent event, long begunNanos) implements CallWatch {
        @Override
        public void answered(int status) {
            event.status = status;
            event.timeToFirstByte = System.nanoTime() - begunNanos;
            event.answers++;
        }

        @Override
        public void ended(String outcome, long sentBytes, long receivedBytes) {
            event.outcome = outcome;
            event.sentBytes = sentBytes;
            event.receivedBytes = receivedBytes;
            event.commit();
        }
    }
}
