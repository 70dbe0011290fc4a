package dev.bobbin.appserver.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReviewOutputTest {
    private static final String JSON = """
            {"findings":[{"title":"Bug","body":"line a\\nline b","confidence_score":0.9,"priority":1,"code_location":\
            {"absolute_file_path":"/x/y.py","line_range":{"start":3,"end":5}}}],"overall_correctness":"patch is incorrect",\
            "overall_explanation":"Overall bad.","overall_confidence_score":0.8}""";

    @Test
    void findingsAreListedBelowTheExplanation() {
        assertThat(ReviewOutput.parse(JSON).text())
                .isEqualTo("Overall bad.\n\nReview comment:\n\n- Bug — /x/y.py:3-5\n  line a\n  line b");
        assertThat(ReviewOutput.parse(JSON).stored()).hasToString(JSON);
    }

    @Test
    void jsonIsFoundWithinText() {
        assertThat(ReviewOutput.parse("Here:\n```json\n" + JSON + "\n```").findings())
                .hasSize(1);
    }

    @Test
    void otherTextIsTheExplanation() {
        assertThat(ReviewOutput.parse("Looks {fine}.").text()).isEqualTo("Looks {fine}.");
        assertThat(ReviewOutput.parse(" ").text()).isEqualTo(ReviewOutput.NO_RESPONSE);
    }
}
