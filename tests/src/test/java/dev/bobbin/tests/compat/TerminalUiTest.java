package dev.bobbin.tests.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ListeningServer;
import dev.bobbin.tests.harness.PeerServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstream's terminal UI, where it is installed, as a client of Bobbin: one person's two sittings. */
class TerminalUiTest {
    private static final String ENTER = "\r";
    private static final Duration LIMIT = TestAppServer.LIMIT;

    /** The UI takes an Enter that follows too quickly for part of what is pasted. */
    private static final Duration BEFORE_PRESSING_AGAIN = Duration.ofSeconds(3);

    @Test
    void itStartsRunsATurnListsThreadsAndResumesOne(@TempDir Path folder) throws Exception {
        var binary = PeerServer.binary();
        try (var server = TestAppServer.in(folder)
                        .modelSays("Paris, of course.")
                        .modelSays("About two million.")
                        .listen();
                var observer = server.connect()) {
            var client = clientHome(folder, server, observer.cwd());
            try (var terminal = run(binary, List.of(), server, observer.cwd(), client)) {
                observer.next("thread/started");
                ask(terminal, "What is the capital of France?", "Paris, of course.");
            }
            server.awaitTurns();
            try (var terminal = run(binary, List.of("resume"), server, observer.cwd(), client)) {
                assertShows(terminal, "Resume a previous session");
                assertShows(terminal, "What is the capital of France?");
                terminal.type(ENTER);
                assertShows(terminal, "Paris, of course.");
                ask(terminal, "How many people live there?", "About two million.");
            }
            assertThat(server.model().lastRequest().conversation())
                    .containsSubsequence(
                            "What is the capital of France?", "Paris, of course.", "How many people live there?");
            server.awaitTurns();
        }
    }

    private static void ask(Terminal terminal, String question, String answer) throws Exception {
        terminal.paste(question);
        assertShows(terminal, question);
        for (var waited = Duration.ZERO; waited.compareTo(LIMIT) < 0; waited = waited.plus(BEFORE_PRESSING_AGAIN)) {
            terminal.type(ENTER);
            if (terminal.shows(answer, BEFORE_PRESSING_AGAIN)) {
                return;
            }
        }
        assertShows(terminal, answer);
    }

    private static void assertShows(Terminal terminal, String text) throws InterruptedException {
        assertThat(terminal.shows(text, LIMIT))
                .as(() -> "'" + text + "' is shown; all that was: " + terminal.everything())
                .isTrue();
    }

    private static Terminal run(Path binary, List<String> command, ListeningServer server, Path cwd, Path home)
            throws IOException {
        var line = new ArrayList<String>();
        line.add(binary.toString());
        line.addAll(command);
        line.addAll(List.of("--remote", server.address().toString()));
        var environment = new HashMap<String, String>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("TERM", "xterm-256color");
        environment.put("HOME", home.toString());
        environment.put("CODEX_HOME", home.toString());
        return Terminal.run(line, cwd, environment);
    }

    /** What the UI must know not to ask: whose model, and that the folder is trusted. It never calls that model itself. */
    private static Path clientHome(Path folder, ListeningServer server, Path cwd) throws IOException {
        var home = Files.createDirectories(folder.resolve("ui"));
        Files.writeString(
                home.resolve("config.toml"), """
                model = "mock-model"
                model_provider = "mock"
                check_for_update_on_startup = false
                [model_providers.mock]
                name = "Scripted"
                base_url = "%s"
                wire_api = "responses"
                requires_openai_auth = false
                [projects."%s"]
                trust_level = "trusted"
                """.formatted(server.model().baseUrl(), cwd));
        return home;
    }
}
