package dev.bobbin.tests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What a busy client does: a few threads at once, requests sent before others are answered, everything at random. What
 * is sent follows from the seed and from what was heard by then.
 */
final class KillWorkload implements KillVictim.Client {
    private static final int MOST_REQUESTS = 250;
    private static final int MOST_THREADS = 16;
    private static final int MOST_SPINS = 400_000;
    private static final int[] LINES = {8, 30, 100, 250};

    private final KillLedger ledger;
    private final Path cwd;
    private final Random random;
    private final Random answers;
    private final int window;
    private final int killAtRequest;
    private final int spins;
    private int sent;

    /** Lines to be heard from when the work begins to the kill. Touched by the reader alone. */
    private int linesLeft;

    private volatile boolean working;

    KillWorkload(KillLedger ledger, Path cwd, long seed) {
        this.ledger = ledger;
        this.cwd = cwd;
        this.random = new Random(seed);
        this.answers = new Random(~seed);
        this.window = 1 + random.nextInt(6);
        this.linesLeft = 1 + random.nextInt(LINES[random.nextInt(LINES.length)]);
        this.killAtRequest = random.nextInt(4) == 0 ? 1 + random.nextInt(30) : MOST_REQUESTS;
        this.spins = random.nextBoolean() ? 0 : random.nextInt(MOST_SPINS);
    }

    /** Makes requests until the server is killed, which it always is. */
    void run(KillVictim victim) throws InterruptedException {
        working = true;
        while (sent < killAtRequest && ledger.awaitRoom(window, KillVictim.LIMIT_NANOS)) {
            sent++;
            request(victim);
        }
        victim.kill(spins);
    }

    @Override
    public void heard(KillVictim victim, JsonNode message) {
        if (working && --linesLeft == 0) {
            victim.kill(spins);
        } else if (message.has("method") && message.has("id")) {
            switch (answers.nextInt(4)) {
                case 0 -> victim.reply(message.get("id"), Map.of("decision", "decline"));
                case 1 -> {
                    // Never answered.
                }
                default -> victim.reply(message.get("id"), Map.of("decision", "accept"));
            }
        }
    }

    private void request(KillVictim victim) {
        var dice = random.nextInt(100);
        var pick = random.nextInt(1 << 20);
        var number = random.nextInt(1 << 20);
        var loaded = pick(facts -> facts.loaded, pick);
        if (loaded == null) {
            wake(victim, pick, dice < 50);
        } else if (dice < 38) {
            turn(victim, loaded, number);
        } else if (dice < 46) {
            interrupt(victim, loaded);
        } else if (dice < 50) {
            steer(victim, loaded, number);
        } else if (dice < 58) {
            wake(victim, pick, true);
        } else if (dice < 63) {
            wake(victim, pick, false);
        } else if (dice < 94) {
            change(victim, loaded, dice, number);
        } else {
            look(victim, loaded, dice);
        }
    }

    private ThreadFacts pick(Predicate<ThreadFacts> fits, int number) {
        var found = ledger.threads().stream()
                .filter(facts -> !facts.deleted)
                .filter(fits)
                .toList();
        return found.isEmpty() ? null : found.get(number % found.size());
    }

    private void turn(KillVictim victim, ThreadFacts thread, int number) {
        var kind = KillModel.KINDS.get(number % KillModel.KINDS.size());
        var params = new LinkedHashMap<String, Object>();
        params.put("threadId", thread.id);
        params.put("input", input(sentId(number) + " " + kind));
        if (number % 5 == 0) {
            params.put("approvalPolicy", "untrusted");
        }
        victim.send("turn/start", params);
    }

    private String sentId(int number) {
        return "u" + sent + "x" + number;
    }

    private static List<?> input(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }

    private void interrupt(KillVictim victim, ThreadFacts thread) {
        var turn = thread.activeTurn;
        victim.send("turn/interrupt", Map.of("threadId", thread.id, "turnId", turn == null ? "none" : turn));
    }

    private void steer(KillVictim victim, ThreadFacts thread, int number) {
        var turn = thread.activeTurn;
        victim.send(
                "turn/steer",
                Map.of(
                        "threadId",
                        thread.id,
                        "expectedTurnId",
                        turn == null ? "none" : turn,
                        "input",
                        input(sentId(number) + " say")));
    }

    /** A new thread, or an old one that is not loaded. */
    private void wake(KillVictim victim, int number, boolean fresh) {
        var cold = pick(facts -> !facts.loaded && facts.isPromised(), number);
        if (cold == null || (fresh && ledger.threads().size() < MOST_THREADS)) {
            victim.send("thread/start", Map.of("cwd", cwd.toString()));
        } else if (cold.archived) {
            victim.send("thread/unarchive", Map.of("threadId", cold.id));
        } else {
            victim.send("thread/resume", Map.of("threadId", cold.id));
        }
    }

    private void change(KillVictim victim, ThreadFacts thread, int dice, int number) {
        var params = new LinkedHashMap<String, Object>(Map.of("threadId", thread.id));
        if (dice < 68) {
            if (ledger.threads().size() < MOST_THREADS) {
                victim.send("thread/fork", params);
            }
        } else if (dice < 76) {
            params.put("name", "name " + number);
            victim.send("thread/name/set", params);
        } else if (dice < 79) {
            victim.send("thread/archive", params);
        } else if (dice < 82) {
            params.put("numTurns", 1 + number % 2);
            victim.send("thread/rollback", params);
        } else if (dice < 85) {
            victim.send("thread/compact/start", params);
        } else if (dice < 88) {
            params.put("model", "mock-model-" + number % 3);
            victim.send("thread/settings/update", params);
        } else if (dice < 91) {
            params.put("items", List.of(item("injected " + number)));
            victim.send("thread/inject_items", params);
        } else if (dice < 93) {
            params.put("command", "echo typed " + number);
            victim.send("thread/shellCommand", params);
        } else {
            victim.send("thread/delete", params);
        }
    }

    private static Map<String, ?> item(String text) {
        var content = Map.of("type", "input_text", "text", text);
        return Map.of("type", "message", "role", "user", "content", List.of(content));
    }

    private static void look(KillVictim victim, ThreadFacts thread, int dice) {
        switch (dice % 3) {
            case 0 -> victim.send("thread/read", Map.of("threadId", thread.id, "includeTurns", true));
            case 1 -> victim.send("thread/list", Map.of("limit", 5));
            default -> victim.send("thread/turns/list", Map.of("threadId", thread.id));
        }
    }
}
