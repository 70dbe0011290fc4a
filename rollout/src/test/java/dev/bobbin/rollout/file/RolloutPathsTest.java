package dev.bobbin.rollout.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.Rollouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutPathsTest {
    private static final String OTHER_ID = "0192aaaa-0000-7000-8000-000000000002";

    @TempDir
    Path home;

    @Test
    void theFolderAndTheNameFollowLocalTime() {
        var created = Instant.parse("2026-01-01T02:03:04.999Z");
        assertThat(RolloutPaths.planned(home, Rollouts.THREAD_ID, created, TimeZone.getTimeZone("America/New_York")))
                .isEqualTo(home.resolve(
                        "sessions/2025/12/31/rollout-2025-12-31T21-03-04-" + Rollouts.THREAD_ID + ".jsonl"));
    }

    @Test
    void namesAreReadAsTheyAreWritten() {
        var name = new RolloutName(LocalDateTime.of(2026, 1, 2, 3, 4, 5), Rollouts.THREAD_ID, true);
        assertThat(RolloutName.parse(name.fileName())).isEqualTo(name);
        assertThat(RolloutName.parse("rollout-2026-01-02T03-04-05-0192AAAA000070008000000000000001.jsonl"))
                .isEqualTo(new RolloutName(name.time(), Rollouts.THREAD_ID, false));
        for (var other : List.of(
                "rollout-.jsonl",
                "rollout-2026-01-02T03-04-05.jsonl",
                "rollout-2026-13-02T03-04-05-" + Rollouts.THREAD_ID + ".jsonl",
                "rollout-2026-01-02T03-04-05-" + Rollouts.THREAD_ID + ".jsonl.tmp",
                "rollout-2026-01-02T03-04-05-x" + Rollouts.THREAD_ID + ".jsonl",
                "other-2026-01-02T03-04-05-" + Rollouts.THREAD_ID + ".jsonl")) {
            assertThat(RolloutName.parse(other)).as(other).isNull();
        }
    }

    @Test
    void theNewestComesFirst() throws IOException {
        file("sessions/2026/01/02/rollout-2026-01-02T03-04-05-" + Rollouts.THREAD_ID + ".jsonl");
        file("sessions/2026/01/02/rollout-2026-01-02T03-04-06-" + Rollouts.THREAD_ID + ".jsonl");
        file("sessions/2026/01/02/rollout-2026-01-02T03-04-06-" + Rollouts.THREAD_ID + ".jsonl.zst");
        file("sessions/2026/01/10/rollout-2026-01-10T03-04-05-" + OTHER_ID + ".jsonl.zst");
        file("sessions/2025/12/31/rollout-2025-12-31T03-04-05-" + Rollouts.THREAD_ID + ".jsonl");
        file("sessions/2026/xx/10/rollout-2026-01-10T03-04-05-" + OTHER_ID + ".jsonl");
        file("sessions/2026/01/02/notes.txt");
        Files.createSymbolicLink(
                home.resolve("sessions/2026/01/02/rollout-2026-01-02T09-04-05-" + OTHER_ID + ".jsonl"),
                home.resolve("sessions/2026/01/02/notes.txt"));
        var seen = new ArrayList<String>();
        RolloutPaths.walk(
                home,
                false,
                entry -> seen.add(entry.path().getFileName().toString().substring(8, 27)
                        + (entry.name().compressed() ? " zst" : "")));
        assertThat(seen)
                .containsExactly(
                        "2026-01-10T03-04-05 zst", "2026-01-02T03-04-06", "2026-01-02T03-04-05", "2025-12-31T03-04-05");
        assertThat(RolloutPaths.findById(home, OTHER_ID, false))
                .isEqualTo(home.resolve("sessions/2026/01/10/rollout-2026-01-10T03-04-05-" + OTHER_ID + ".jsonl"));
        assertThat(RolloutPaths.findById(home, OTHER_ID, true)).isNull();
    }

    @Test
    void aHomeWithoutRolloutsHasNone() throws IOException {
        assertThat(RolloutPaths.findById(home.resolve("nowhere"), OTHER_ID, false))
                .isNull();
        assertThat(RolloutPaths.findById(home, OTHER_ID, true)).isNull();
    }

    private void file(String path) throws IOException {
        var file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
