package dev.bobbin.appserver.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** An answer that has yet to come. */
final class PendingAnswer {
    private sealed interface Outcome {}

    private record Success(JsonNode result) implements Outcome {}

    private record Failure(Throwable why) implements Outcome {}

    private final BlockingQueue<Outcome> outcome = new ArrayBlockingQueue<>(1);

    void succeed(JsonNode result) {
        outcome.offer(new Success(result));
    }

    void fail(Throwable why) {
        outcome.offer(new Failure(why));
    }

    JsonNode await(String method, Patience patience) throws LinkFailure, InterruptedException {
        for (var left = patience.left(); left > 0; left = patience.left()) {
            switch (outcome.poll(left, TimeUnit.NANOSECONDS)) {
                case null -> {
                    continue;
                }
                case Success success -> {
                    return success.result();
                }
                case Failure failure -> throw LinkFailures.of(failure.why());
            }
        }
        throw new LinkFailure(LinkFailure.Kind.TIMED_OUT, "timed out awaiting " + method + " after " + patience.text());
    }
}
