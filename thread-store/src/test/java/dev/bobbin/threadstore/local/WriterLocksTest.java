package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer per thread, also across processes. */
class WriterLocksTest {
    @TempDir
    Path home;

    @Test
    void theSecondStoreLearnsWhoHoldsTheThread() {
        try (var first = Homes.open(home, Clock.systemUTC());
                var second = Homes.open(home, Clock.systemUTC())) {
            Homes.stored(first, 1, "hello");
            try (var live = resume(first)) {
                assertThat(live.threadId()).isEqualTo(id(1));
                assertHeld(second, ProcessHandle.current().pid());
                assertThat(second.readThread(new ReadThread(id(1), false)).preview())
                        .isEqualTo("hello");
                assertThatThrownBy(
                                () -> second.updateThreadMetadata(id(1), MetadataPatch.memoryMode("disabled"), false))
                        .isInstanceOf(ThreadStoreException.Conflict.class);
            }
            try (var live = resume(second)) {
                assertThat(live.threadId()).isEqualTo(id(1));
            }
        }
    }

    private static LiveThread resume(LocalThreadStore store) {
        return LiveThread.resume(store, new ResumeThread(id(1), null, false), Clock.systemUTC(), _ -> true);
    }

    private static void assertHeld(LocalThreadStore store, long pid) {
        assertThatThrownBy(() -> resume(store))
                .isInstanceOfSatisfying(ThreadStoreException.Conflict.class, conflict -> {
                    assertThat(conflict).hasMessage("thread " + id(1) + " already has an active writer");
                    var holder = requireNonNull(conflict.holder());
                    assertThat(holder.pid()).isEqualTo(pid);
                    assertThat(holder.client()).isEqualTo("test client");
                    assertThat(holder.startedAt()).isAfter(Instant.EPOCH);
                });
    }

    @Test
    void aDeadHolderIsSucceededAtOnce() throws IOException, InterruptedException {
        try (var store = Homes.open(home, Clock.systemUTC())) {
            Homes.stored(store, 1, "hello");
            var holder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("holding");
                assertHeld(store, holder.pid());
                holder.destroyForcibly();
                holder.waitFor();
                try (var live = resume(store)) {
                    assertThat(live.threadId()).isEqualTo(id(1));
                }
            } finally {
                holder.destroyForcibly();
            }
        }
    }
}
