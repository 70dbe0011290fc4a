package dev.bobbin.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.PackagedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases measure what they say, of a server that can do it. */
class PeerCaseTest {
    private static final List<String> SHORT =
            List.of("spawn_to_first_turn_done", "50_threads_one_turn_each", "resume_1MB", "list_25_of_2000_warm");

    @Test
    void eachFigureOfACaseIsMeasured() throws Exception {
        for (var one : PeerCase.all()) {
            if (one.figures().stream().anyMatch(SHORT::contains)) {
                var found = one.run().of(PackagedServer.command());
                assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(one.figures());
                assertThat(found.values())
                        .allSatisfy(figure -> assertThat(figure).isPositive());
            }
        }
    }

    @Test
    void figuresHaveNamesOfTheirOwn() {
        assertThat(PeerCase.all().stream().flatMap(one -> one.figures().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(PeerCase.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(PeerCase.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3.0);
    }

    @Test
    void aBarIsAsLongAsItsShare(@TempDir Path folder) throws IOException {
        var file = folder.resolve("bars.svg");
        new BarChart("shares", "all").bar("half", 0.5).bar("little", 0.034).write(file);
        assertThat(file)
                .content()
                .contains(">half</text>", "x1=\"290\" x2=\"460.8\"", ">0.50</text>", ">0.034</text>", ">all</text>");
    }
}
