package dev.bobbin.appserver.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextUpdateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final SandboxPolicy READ_ONLY = new SandboxPolicy.ReadOnly(false);

    @TempDir
    Path home;

    @Test
    void tellsAModelThatKnowsNothingEverything() throws IOException {
        Files.writeString(home.resolve("AGENTS.md"), "Be kind.");

        var update = ContextUpdate.of(settings("m1", READ_ONLY, ModeKind.DEFAULT), "U", null, CLOCK);

        assertThat(texts(update, 0)).hasSize(2).first().asString().startsWith("<permissions instructions>");
        assertThat(texts(update, 0)).last().isEqualTo("developer says");
        assertThat(texts(update, 1).getFirst()).contains("# AGENTS.md instructions for /project", "Be kind.");
        assertThat(texts(update, 1).getLast())
                .startsWith("<environment_context>\n  <cwd>/project</cwd>\n  <shell>")
                .contains("<current_date>2026-01-02</current_date>\n  <timezone>Etc/UTC</timezone>")
                .contains("<root>/project</root>", "<entry access=\"read\"><special>:root</special></entry>");
        assertThat(update.turnContext().sandboxPolicy()).hasToString("{\"type\":\"read-only\"}");
    }

    @Test
    void tellsNothingTwice() {
        var settings = settings("m1", READ_ONLY, ModeKind.DEFAULT);
        var told = ContextUpdate.of(settings, "U", null, CLOCK).turnContext();

        assertThat(ContextUpdate.of(settings, "V", told, CLOCK).items()).isEmpty();
    }

    @Test
    void tellsWhatChanged() {
        var told = ContextUpdate.of(settings("m1", READ_ONLY, ModeKind.PLAN), "U", null, CLOCK)
                .turnContext();
        var write = new SandboxPolicy.WorkspaceWrite(List.of("/more"), false, true, true);

        var update = ContextUpdate.of(settings("m2", write, ModeKind.DEFAULT), "V", told, CLOCK);

        assertThat(texts(update, 0))
                .hasSize(3)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("<model_switch>"),
                        text -> assertThat(text).contains("`/project` `/more`"),
                        text -> assertThat(text).startsWith("<collaboration_mode>Planning has ended"));
        assertThat(texts(update, 1))
                .singleElement()
                .asString()
                .doesNotContain("<cwd>")
                .contains("/project/.git");
    }

    private static List<String> texts(ContextUpdate update, int message) {
        var parts = update.items().get(message).tree().path("content");
        return parts.findValuesAsText("text");
    }

    private TurnSettings settings(String model, SandboxPolicy sandbox, ModeKind mode) {
        var config = new ConfigLoader(home, null, List.of(), Map.of()).load(home);
        return new TurnSettings(
                config,
                Path.of("/project"),
                List.of(Path.of("/project")),
                model,
                config.modelProviderId(),
                config.provider(),
                null,
                null,
                null,
                null,
                null,
                null,
                new AskForApproval.Never(),
                config.approvalsReviewer(),
                sandbox,
                null,
                new CollaborationMode(mode, new Settings(model, null, null)),
                null,
                "instructions",
                "developer says",
                List.of());
    }
}
