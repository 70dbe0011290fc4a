package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.rollout.line.RawJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewing model found. It is asked for JSON; text that is none counts as the explanation.
 *
 * @param overallCorrectness its verdict in its own words
 */
record ReviewOutput(
        List<Finding> findings, String overallCorrectness, String overallExplanation, double overallConfidence) {
    /** Shown where a review came to nothing. */
    static final String NO_RESPONSE = "Reviewer failed to output a response.";

    /** @param path absolute, from the line {@code start} to the line {@code end} */
    record Finding(
            String title,
            String body,
            double confidence,
            @Nullable Integer priority,
            String path,
            long start,
            long end) {}

    static ReviewOutput parse(String text) {
        var tree = tree(text);
        if (tree == null) {
            var begin = text.indexOf('{');
            var end = text.lastIndexOf('}');
            tree = begin >= 0 && end > begin ? tree(text.substring(begin, end + 1)) : null;
        }
        return tree == null ? new ReviewOutput(List.of(), "", text, 0) : of(tree);
    }

    private static @Nullable JsonNode tree(String text) {
        try {
            var tree = RawJson.of(text).tree();
            return tree.isObject() && tree.has("findings") ? tree : null;
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private static ReviewOutput of(JsonNode tree) {
        var findings = new ArrayList<Finding>();
        for (var finding : tree.path("findings")) {
            var place = finding.path("code_location");
            var range = place.path("line_range");
            findings.add(new Finding(
                    finding.path("title").asText(),
                    finding.path("body").asText(),
                    finding.path("confidence_score").asDouble(),
                    finding.path("priority").isNumber()
                            ? finding.path("priority").asInt()
                            : null,
                    place.path("absolute_file_path").asText(),
                    range.path("start").asLong(),
                    range.path("end").asLong()));
        }
        return new ReviewOutput(
                findings,
                tree.path("overall_correctness").asText(),
                tree.path("overall_explanation").asText(),
                tree.path("overall_confidence_score").asDouble());
    }

    /** As it is stored. */
    RawJson stored() {
        var tree = JsonNodeFactory.instance.objectNode();
        var list = tree.putArray("findings");
        for (var finding : findings) {
            var entry = list.addObject()
                    .put("title", finding.title())
                    .put("body", finding.body())
                    .put("confidence_score", finding.confidence())
                    .put("priority", finding.priority());
            var place = entry.putObject("code_location").put("absolute_file_path", finding.path());
            place.putObject("line_range").put("start", finding.start()).put("end", finding.end());
        }
        return RawJson.of(tree.put("overall_correctness", overallCorrectness)
                .put("overall_explanation", overallExplanation)
                .put("overall_confidence_score", overallConfidence));
    }

    /** As people read it. */
    String text() {
        var sections = new ArrayList<String>(2);
        if (!overallExplanation.isBlank()) {
            sections.add(overallExplanation.strip());
        }
        if (!findings.isEmpty()) {
            sections.add(comments());
        }
        return sections.isEmpty() ? NO_RESPONSE : String.join("\n\n", sections);
    }

    private String comments() {
        var text = new StringBuilder(findings.size() > 1 ? "Full review comments:" : "Review comment:");
        for (var finding : findings) {
            text.append("\n\n- ").append(finding.title());
            text.append(" — ").append(finding.path()).append(':');
            text.append(finding.start()).append('-').append(finding.end());
            finding.body().lines().forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }
}
