package dev.bobbin.tests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the server said and nobody has read yet. Filled by the link's thread, emptied by the test's. */
final class Inbox implements ServerLink.Listener {
    private final ObjectMapper json;
    private final Transcript transcript;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final Deque<JsonNode> notifications = new ArrayDeque<>();
    private final Deque<JsonNode> requests = new ArrayDeque<>();
    private final List<String> rubbish = new ArrayList<>();
    private boolean ended;

    Inbox(ObjectMapper json, Transcript transcript) {
        this.json = json;
        this.transcript = transcript;
    }

    @Override
    public void line(String line) {
        transcript.received(line);
        lock.lock();
        try {
            var message = json.readTree(line);
            if (message.has("method")) {
                (message.has("id") ? requests : notifications).add(message);
            } else if (message.has("id")) {
                answers.put(message.get("id").toString(), message);
            } else {
                rubbish.add(line);
            }
        } catch (JsonProcessingException e) {
            rubbish.add(line);
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    @Override
    public void ended() {
        transcript.noted("the server's output ended");
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was said before a restart. */
    void restarted() {
        lock.lock();
        try {
            ended = false;
            answers.clear();
            notifications.clear();
            requests.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the answer to a request, {@code id} being the id's JSON text. */
    Optional<JsonNode> answer(String id, Duration limit) {
        return await(limit, () -> answers.remove(id));
    }

    /** Takes the first unread notification that fits; others stay unread, in order. */
    Optional<JsonNode> notification(Predicate<JsonNode> fits, Duration limit) {
        return await(limit, () -> takeFirst(notifications, fits));
    }

    /** Takes the first unread server request that fits. */
    Optional<JsonNode> request(Predicate<JsonNode> fits, Duration limit) {
        return await(limit, () -> takeFirst(requests, fits));
    }

    /** Takes every unread notification that fits, without waiting. */
    List<JsonNode> drain(Predicate<JsonNode> fits) {
        lock.lock();
        try {
            var taken = notifications.stream().filter(fits).toList();
            notifications.removeIf(fits);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    List<String> rubbish() {
        lock.lock();
        try {
            return List.copyOf(rubbish);
        } finally {
            lock.unlock();
        }
    }

    List<JsonNode> unreadRequests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable JsonNode takeFirst(Deque<JsonNode> queue, Predicate<JsonNode> fits) {
        for (Iterator<JsonNode> each = queue.iterator(); each.hasNext(); ) {
            var message = each.next();
            if (fits.test(message)) {
                each.remove();
                return message;
            }
        }
        return null;
    }

    private Optional<JsonNode> await(Duration limit, Supplier<@Nullable JsonNode> take) {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (true) {
                var found = take.get();
                if (found != null) {
                    return Optional.of(found);
                }
                if (ended || left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the server's output has ended. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
