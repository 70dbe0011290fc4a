package dev.bobbin.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
    @TempDir
    Path folder;

    @Test
    void everySeriesIsMeasuredAndDrawn() throws Exception {
        Scaling.main(new String[] {
            "--rollouts", "1", "--homes", "30", "--turns", "2", "--deltas", "3", "--charts", folder.toString()
        });
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "scaling-rollouts.svg", "scaling-homes.svg", "scaling-turns.svg", "scaling-deltas.svg");
        assertThat(folder.resolve("scaling-rollouts.svg")).content().contains("first turn", "peak of a 256 MB heap");
    }
}
