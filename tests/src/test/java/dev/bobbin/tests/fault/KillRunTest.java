package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty kills, or as many as {@code -Dkill.runs} says; {@code -Dkill.seed} another seed. The long run
 * is {@link KillRun}'s own.
 */
@Tag("process")
class KillRunTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingThatWasShownIsLost() throws Exception {
        var seed = Long.getLong("kill.seed", 1);
        var told = new ByteArrayOutputStream();
        var failures = new KillRun(folder, new PrintStream(told, true, StandardCharsets.UTF_8))
                .run(Integer.getInteger("kill.runs", 50), seed);
        assertThat(failures).as(told.toString(StandardCharsets.UTF_8)).isZero();
    }
}
