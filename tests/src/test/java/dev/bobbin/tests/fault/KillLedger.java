package dev.bobbin.tests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What was said on the wire, and what follows from it: the promises, and what a dead server left open. */
final class KillLedger {
    /** A request without an answer. */
    record Open(String method, JsonNode params) {
        String threadId() {
            return params.path("threadId").asText();
        }
    }

    // Guarded by this.
    private final Map<String, ThreadFacts> threads = new LinkedHashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, JsonNode> answers = new LinkedHashMap<>();
    private boolean ended;

    /** A server was started: nothing is loaded, and what an earlier one left open stays so until {@link #settled}. */
    synchronized void started() {
        ended = false;
        answers.clear();
    }

    synchronized void sent(String id, String method, JsonNode params) {
        open.put(id, new Open(method, params));
        var facts = threads.get(params.path("threadId").asText());
        if (facts != null) {
            facts.touched = true;
        }
    }

    /** Learns from a line. */
    synchronized void heard(JsonNode message) {
        if (message.has("method")) {
            if (!message.has("id")) {
                notified(message.path("method").asText(), message.path("params"));
            }
        } else {
            answered(message);
        }
        notifyAll();
    }

    private void answered(JsonNode message) {
        var id = message.path("id").asText();
        var request = open.remove(id);
        answers.put(id, message);
        if (request != null && message.has("result")) {
            done(request, message.path("result"));
        }
    }

    private void done(Open request, JsonNode result) {
        var facts = facts(request.threadId().isEmpty() ? result.at("/thread/id").asText() : request.threadId());
        switch (request.method()) {
            case "thread/start", "thread/resume" -> facts.loaded = true;
            case "thread/fork" -> {
                var fork = facts(result.at("/thread/id").asText());
                fork.shown(result.path("thread"));
                fork.name = result.at("/thread/name").textValue();
                fork.loaded = true;
                fork.touched = true;
            }
            case "thread/rollback" -> facts.keepTurnsOf(result.path("thread"));
            case "thread/name/set" -> {
                facts.name = request.params().path("name").asText();
                facts.unsureNames.clear();
            }
            case "thread/archive" -> {
                facts.archived = true;
                facts.loaded = false;
            }
            case "thread/unarchive" -> facts.archived = false;
            case "thread/delete" -> {
                facts.deleted = true;
                facts.loaded = false;
            }
            case "thread/inject_items" -> facts.injected.add(injectedText(request.params()));
            default -> {
                // Nothing that outlives the server follows from it.
            }
        }
    }

    static String injectedText(JsonNode params) {
        return params.at("/items/0/content/0/text").asText();
    }

    private void notified(String method, JsonNode params) {
        var threadId = params.path("threadId").asText();
        switch (method) {
            case "turn/started" -> {
                // The id in an answer to turn/start is not one of a turn where the text went into a running one.
                var id = params.at("/turn/id").asText();
                facts(threadId).turn(id);
                facts(threadId).activeTurn = id;
            }
            case "item/completed" ->
                facts(threadId).turn(params.path("turnId").asText()).items.add(ThreadFacts.mark(params.path("item")));
            case "turn/completed" -> {
                var facts = facts(threadId);
                facts.activeTurn = null;
                facts.turn(params.at("/turn/id").asText()).status =
                        params.at("/turn/status").asText();
            }
            default -> {
                // Promises nothing that is not said by an answer too.
            }
        }
    }

    private ThreadFacts facts(String threadId) {
        return threads.computeIfAbsent(threadId, ThreadFacts::new);
    }

    /** The output ended: no more will be heard. */
    synchronized void ended() {
        ended = true;
        notifyAll();
    }

    /** What was open when the server died has been looked at. */
    synchronized void settled() {
        open.clear();
        threads.values().forEach(facts -> {
            facts.loaded = false;
            facts.touched = false;
            facts.activeTurn = null;
        });
    }

    /**
     * Waits until fewer than so many requests are open, those aside that wait for a turn's end, which may never come. False
     * if the server is gone.
     */
    synchronized boolean awaitRoom(int window, long limitNanos) throws InterruptedException {
        var deadline = System.nanoTime() + limitNanos;
        while (!ended
                && open.values().stream()
                                .filter(each -> !each.method().equals("thread/inject_items"))
                                .count()
                        >= window) {
            await(deadline, "requests are not answered: " + open);
        }
        return !ended;
    }

    /** Waits for the answer to a request. */
    synchronized JsonNode answer(String id, long limitNanos) throws InterruptedException {
        var deadline = System.nanoTime() + limitNanos;
        while (!answers.containsKey(id)) {
            if (ended) {
                throw new AssertionError("the server ended without an answer to " + open.get(id));
            }
            await(deadline, "no answer to " + open.get(id));
        }
        return answers.remove(id);
    }

    /** Waits until the turn has ended, and says how. */
    synchronized String turnStatus(String threadId, String turnId, long limitNanos) throws InterruptedException {
        var deadline = System.nanoTime() + limitNanos;
        var turn = facts(threadId).turn(turnId);
        while (turn.status == null) {
            if (ended) {
                throw new AssertionError("the server ended during turn " + turnId);
            }
            await(deadline, "the turn " + turnId + " does not end");
        }
        return turn.status;
    }

    private synchronized void await(long deadline, String otherwise) throws InterruptedException {
        var left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new AssertionError(otherwise);
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
    }

    synchronized List<ThreadFacts> threads() {
        return new ArrayList<>(threads.values());
    }

    synchronized @Nullable ThreadFacts thread(String id) {
        return threads.get(id);
    }

    /** The requests of one method about one thread that nobody knows the outcome of. */
    synchronized List<Open> open(String method, String threadId) {
        return open.values().stream()
                .filter(each -> each.method().equals(method) && each.threadId().equals(threadId))
                .toList();
    }

    synchronized void forget(ThreadFacts facts) {
        threads.remove(facts.id);
    }
}
