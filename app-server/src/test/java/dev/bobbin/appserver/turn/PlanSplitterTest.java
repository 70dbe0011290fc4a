package dev.bobbin.appserver.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanSplitterTest {
    private static final String TEXT = "Intro <b>\n<proposed_plan>\n# Plan\n</proposed\n</proposed_plan>\nOutro";

    @Test
    void separatesPlanAndTextHoweverTheyArrive() {
        for (var size = 1; size <= TEXT.length(); size++) {
            var pieces = new Pieces();
            var splitter = new PlanSplitter(pieces);
            for (var i = 0; i < TEXT.length(); i += size) {
                splitter.accept(TEXT.substring(i, Math.min(TEXT.length(), i + size)));
            }
            splitter.finish();

            assertThat(pieces.said).hasToString("Intro <b>\nOutro");
            assertThat(pieces.plan).hasToString("# Plan\n</proposed\n");
        }
    }

    @Test
    void tagsWithinALineAreText() {
        var pieces = new Pieces();
        var splitter = new PlanSplitter(pieces);
        splitter.accept("a <proposed_plan>x</proposed_plan> b");
        splitter.finish();

        assertThat(pieces.said).hasToString("a <proposed_plan>x</proposed_plan> b");
        assertThat(pieces.begun).isEmpty();
    }

    private static final class Pieces implements PlanSplitter.Sink {
        final StringBuilder said = new StringBuilder();
        final StringBuilder plan = new StringBuilder();
        final List<String> begun = new ArrayList<>();

        @Override
        public void said(String text) {
            said.append(text);
        }

        @Override
        public void planBegun() {
            begun.add("plan");
        }

        @Override
        public void planned(String text) {
            plan.append(text);
        }
    }
}
