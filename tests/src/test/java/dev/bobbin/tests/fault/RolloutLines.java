package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What lies in rollouts, byte by byte: every line is a whole one. A kill may tear a file's last line, and only that. */
final class RolloutLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was torn by earlier kills: it stays in its file, fenced by a newline. */
    private final Set<String> torn = new HashSet<>();

    /** Reads a rollout that no server has open. A last line without its end is remembered as torn. */
    List<JsonNode> afterKill(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        var end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            torn.add(text.substring(end));
        }
        return lines(file, text.substring(0, end));
    }

    /** Reads a rollout that was opened again since: all its lines are whole, but for those known to be torn. */
    List<JsonNode> healed(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).as("%s ends in the middle of a line", file).endsWith("\n");
        return lines(file, text);
    }

    private List<JsonNode> lines(Path file, String text) {
        var lines = new ArrayList<JsonNode>();
        for (var line : text.split("\n", -1)) {
            if (line.isEmpty() || isTorn(line)) {
                continue;
            }
            try {
                var utf8 = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                var tree = JSON.readTree(utf8);
                assertThat(tree.path("timestamp").isTextual()
                                && tree.path("type").isTextual())
                        .as("%s has a line that is none of a rollout: %s", file, line)
                        .isTrue();
                lines.add(tree);
            } catch (JsonProcessingException e) {
                throw new AssertionError(file + " has a broken line: " + line, e);
            }
        }
        return lines;
    }

    private boolean isTorn(String line) {
        return torn.stream().anyMatch(each -> each.startsWith(line));
    }

    int tornCount() {
        return torn.size();
    }
}
