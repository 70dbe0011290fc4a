package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzyFileSearchTest {
    private static final String SESSION_UPDATED = "fuzzyFileSearch/sessionUpdated";

    @TempDir
    Path folder;

    @Test
    void aSearchFindsFilesAndFoldersWithTheirPlaces() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            Files.createDirectories(server.cwd().resolve("alps"));
            Files.writeString(server.cwd().resolve("alps/alpha.txt"), "");
            var found = server.call(
                    ClientMethods.FUZZY_FILE_SEARCH,
                    Map.of("query", "alph", "roots", List.of(server.cwd().toString())));
            assertThat(found.at("/files/0/path").asText()).isEqualTo("alps/alpha.txt");
            assertThat(found.at("/files/0/file_name").asText()).isEqualTo("alpha.txt");
            assertThat(found.at("/files/0/match_type").asText()).isEqualTo("file");
            assertThat(found.at("/files/0/indices").toString()).isEqualTo("[5,6,7,8]");
        }
    }

    @Test
    void aSessionTellsOfTheLatestQuery() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            Files.writeString(server.cwd().resolve("alpha.txt"), "");
            server.call(
                    ClientMethods.FUZZY_FILE_SEARCH_SESSION_START,
                    Map.of("sessionId", "s", "roots", List.of(server.cwd().toString())));
            server.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, Map.of("sessionId", "s", "query", "a"));
            server.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, Map.of("sessionId", "s", "query", "alp"));
            var told = server.next(SESSION_UPDATED, FuzzyFileSearchTest::isLatest);
            assertThat(told.at("/files/0/path").asText()).isEqualTo("alpha.txt");
            server.next("fuzzyFileSearch/sessionCompleted");
            server.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_STOP, Map.of("sessionId", "s"));
            assertThat(server.refusal(
                                    ClientMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE,
                                    Map.of("sessionId", "s", "query", "alp"))
                            .message())
                    .isEqualTo("fuzzy file search session not found: s");
        }
    }

    private static boolean isLatest(JsonNode params) {
        return params.path("query").asText().equals("alp");
    }

    @Test
    void aSessionNeedsAnIdAndSomewhereToSearch() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(server.refusal(
                                    ClientMethods.FUZZY_FILE_SEARCH_SESSION_START,
                                    Map.of("sessionId", "", "roots", List.of("/")))
                            .message())
                    .isEqualTo("sessionId must not be empty");
            assertThat(server.refusal(
                                    ClientMethods.FUZZY_FILE_SEARCH_SESSION_START,
                                    Map.of("sessionId", "s", "roots", List.of()))
                            .message())
                    .isEqualTo("failed to start fuzzy file search session: at least one search directory is required");
        }
    }

    @Test
    void clientsOfOneServerDoNotShareSessions() throws Exception {
        try (var server = TestAppServer.in(folder).listen();
                var first = server.connect();
                var second = server.connect()) {
            Files.writeString(first.cwd().resolve("alpha.txt"), "");
            var session = Map.of("sessionId", "s", "roots", List.of(first.cwd().toString()));
            first.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_START, session);
            assertThat(second.refusal(
                                    ClientMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE,
                                    Map.of("sessionId", "s", "query", "a"))
                            .message())
                    .isEqualTo("fuzzy file search session not found: s");
            second.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_START, session);
            second.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_STOP, Map.of("sessionId", "s"));

            first.call(ClientMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, Map.of("sessionId", "s", "query", "alp"));

            assertThat(first.next(SESSION_UPDATED, FuzzyFileSearchTest::isLatest)
                            .at("/files/0/path")
                            .asText())
                    .isEqualTo("alpha.txt");
        }
    }
}
