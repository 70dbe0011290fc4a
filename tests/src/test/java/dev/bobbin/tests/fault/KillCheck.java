package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Holds a server that was started after a kill, and the files it found, to what was promised before. */
final class KillCheck {
    /** How many threads that the dead server had not touched are looked at as well. */
    private static final int MORE = 2;

    private static final int MOST_SPINS = 2_000_000;

    private final Path folder;
    private final KillLedger ledger;
    private final RolloutLines lines;
    private final Random random;
    int itemsSeen;
    int threadsSeen;

    KillCheck(Path folder, KillLedger ledger, RolloutLines lines, long seed) {
        this.folder = folder;
        this.ledger = ledger;
        this.lines = lines;
        this.random = new Random(seed);
    }

    /** Before anything was started again. */
    void files() throws IOException {
        var ids = new HashSet<String>();
        for (var file : KillVictim.rollouts(folder)) {
            lines.afterKill(file);
            assertThat(ids.add(idOf(file))).as("two rollouts of " + idOf(file)).isTrue();
        }
    }

    private static String idOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.length() - ".jsonl".length() - 36, name.length() - ".jsonl".length());
    }

    /** Whether the first server that is started after the kill is killed too. */
    boolean isHealingKilled() {
        return random.nextInt(6) == 0;
    }

    /** Has a new server look at everything at once, and kills it on the way. */
    void beginHealing(KillVictim victim) throws InterruptedException {
        if (random.nextInt(4) != 0) {
            victim.greet();
            victim.send("thread/list", Map.of("modelProviders", List.of()));
            for (var facts : ledger.threads()) {
                victim.send("thread/resume", Map.of("threadId", facts.id));
            }
        }
        victim.kill(random.nextInt(MOST_SPINS));
    }

    /** With the new server, which has heard nothing but the greeting. */
    void server(KillVictim victim) throws IOException, InterruptedException {
        var active = list(victim, false, false);
        var archived = list(victim, true, false);
        assertThat(list(victim, false, true).keySet()).as("the index").isEqualTo(active.keySet());
        assertThat(list(victim, true, true).keySet()).as("the index").isEqualTo(archived.keySet());
        listedIsOnDisk(active, archived);
        var chosen = new ArrayList<ThreadFacts>();
        var more = MORE;
        for (var facts : ledger.threads()) {
            if (!facts.isPromised()) {
                if (facts.deleted) {
                    assertThat(active).doesNotContainKey(facts.id);
                    assertThat(archived).doesNotContainKey(facts.id);
                }
                ledger.forget(facts);
            } else if (facts.touched || more-- > 0) {
                chosen.add(facts);
            }
        }
        for (var facts : chosen) {
            thread(victim, facts, active.get(facts.id), archived.get(facts.id));
        }
        ledger.settled();
        nextTurns(victim, chosen);
    }

    private static Map<String, JsonNode> list(KillVictim victim, boolean archived, boolean indexOnly)
            throws InterruptedException {
        var found = new LinkedHashMap<String, JsonNode>();
        var params = new LinkedHashMap<String, Object>(
                Map.of("archived", archived, "limit", 10, "modelProviders", List.of(), "useStateDbOnly", indexOnly));
        while (true) {
            var page = victim.call("thread/list", params);
            for (var entry : page.path("data")) {
                assertThat(found.put(entry.path("id").asText(), entry))
                        .as("listed twice: " + entry.path("id"))
                        .isNull();
            }
            if (page.path("nextCursor").isNull()) {
                return found;
            }
            params.put("cursor", page.path("nextCursor").asText());
        }
    }

    private void listedIsOnDisk(Map<String, JsonNode> active, Map<String, JsonNode> archived) throws IOException {
        var onDisk = new TreeSet<String>();
        var stored = new TreeSet<String>();
        for (var file : KillVictim.rollouts(folder)) {
            if (lines.afterKill(file).stream()
                    .anyMatch(line -> line.at("/payload/type").asText().equals("user_message"))) {
                (file.toString().contains("archived_sessions") ? stored : onDisk).add(idOf(file));
            }
        }
        assertThat(new TreeSet<>(active.keySet()))
                .as("the list, and what lies in sessions")
                .isEqualTo(onDisk);
        assertThat(new TreeSet<>(archived.keySet()))
                .as("the list, and what is archived")
                .isEqualTo(stored);
    }

    private void thread(KillVictim victim, ThreadFacts facts, JsonNode active, JsonNode archived)
            throws InterruptedException {
        threadsSeen++;
        var listed = active != null ? active : archived;
        var read = victim.ask("thread/read", Map.of("threadId", facts.id, "includeTurns", true));
        if (read.has("error")) {
            assertThat(ledger.open("thread/delete", facts.id))
                    .as("thread %s is lost: %s", facts.id, read)
                    .isNotEmpty();
            facts.deleted = true;
            return;
        }
        var thread = read.at("/result/thread");
        turns(facts, thread);
        facts.shown(thread);
        var isArchived = thread.path("path").asText().contains("archived_sessions");
        if (facts.archived != isArchived) {
            assertThat(ledger.open(isArchived ? "thread/archive" : "thread/unarchive", facts.id))
                    .as("thread %s, archived: %s", facts.id, isArchived)
                    .isNotEmpty();
            facts.archived = isArchived;
        }
        for (var open : ledger.open("thread/name/set", facts.id)) {
            facts.unsureNames.add(open.params().path("name").asText());
        }
        if (listed == null) {
            assertThat(facts.turns.values().stream().flatMap(turn -> turn.items.stream()))
                    .as("thread %s is not listed", facts.id)
                    .noneMatch(item -> item.startsWith("userMessage"));
            return;
        }
        assertThat(archived != null)
                .as("thread %s is listed as archived", facts.id)
                .isEqualTo(isArchived);
        name(facts, listed.path("name").textValue(), thread.path("name").textValue());
    }

    private void name(ThreadFacts facts, String listed, String read) {
        assertThat(read).as("the names of %s in list and read", facts.id).isEqualTo(listed);
        Set<String> allowed = new HashSet<>(facts.unsureNames);
        allowed.add(facts.name);
        assertThat(listed).as("the name of %s", facts.id).isIn(allowed);
        // What was shown once stays.
        facts.unsureNames.clear();
        facts.name = listed;
    }

    private void turns(ThreadFacts facts, JsonNode thread) {
        var shown = new LinkedHashMap<String, JsonNode>();
        thread.path("turns").forEach(turn -> shown.put(turn.path("id").asText(), turn));
        var promised = new ArrayList<>(facts.turns.keySet());
        var rolledBack = ledger.open("thread/rollback", facts.id).stream()
                .mapToInt(open -> open.params().path("numTurns").asInt())
                .sum();
        while (rolledBack-- > 0 && !promised.isEmpty() && !shown.containsKey(promised.getLast())) {
            promised.removeLast();
        }
        assertThat(shown.keySet().stream().filter(promised::contains))
                .as("turns of %s, in order", facts.id)
                .containsExactlyElementsOf(promised);
        for (var id : promised) {
            var turn = shown.get(id);
            var known = facts.turns.get(id);
            var status = turn.path("status").asText();
            assertThat(status).as("turn %s", id).isNotEqualTo("inProgress");
            if (known.status != null) {
                assertThat(status).as("turn %s", id).isEqualTo(known.status);
            }
            var items = new ArrayList<String>();
            turn.path("items").forEach(item -> items.add(ThreadFacts.mark(item)));
            for (var item : known.items) {
                assertThat(items.remove(item))
                        .as("turn %s of thread %s has lost %s and still shows %s", id, facts.id, item, items)
                        .isTrue();
                itemsSeen++;
            }
        }
    }

    /** The dead hold no lock: every thread is resumed, shows the same, and one of them goes on. */
    private void nextTurns(KillVictim victim, List<ThreadFacts> chosen) throws IOException, InterruptedException {
        var resumed = new ArrayList<ThreadFacts>();
        for (var facts : chosen) {
            if (!facts.deleted && !facts.archived) {
                var thread = victim.call("thread/resume", Map.of("threadId", facts.id))
                        .path("thread");
                turns(facts, thread);
                resumed.add(facts);
            }
        }
        for (var i = 0; i < Math.min(2, resumed.size()); i++) {
            var facts = resumed.get(random.nextInt(resumed.size()));
            var text = "u" + random.nextInt(1 << 20) + " say";
            var turn = victim.call(
                            "turn/start",
                            Map.of(
                                    "threadId",
                                    facts.id,
                                    "input",
                                    List.of(Map.of("type", "text", "text", text)),
                                    "approvalPolicy",
                                    "never"))
                    .at("/turn/id")
                    .asText();
            assertThat(ledger.turnStatus(facts.id, turn, KillVictim.LIMIT_NANOS))
                    .as("the next turn of %s", facts.id)
                    .isEqualTo("completed");
        }
        healed(resumed);
    }

    private void healed(List<ThreadFacts> resumed) throws IOException {
        var ids = resumed.stream().map(facts -> facts.id).toList();
        for (var file : KillVictim.rollouts(folder)) {
            if (ids.contains(idOf(file))) {
                var facts = ledger.thread(idOf(file));
                var texts = lines.healed(file).stream()
                        .map(line -> line.at("/payload/content/0/text").asText())
                        .toList();
                assertThat(texts).as("what was injected into %s", facts.id).containsAll(facts.injected);
            }
        }
    }
}
