package dev.bobbin.appserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.threadstore.ResumeThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsCommandTest {
    @TempDir
    Path temp;

    private TestHome home;
    private Path first;

    @BeforeEach
    void makeThreads() throws IOException {
        home = new TestHome(temp);
        first = home.thread(1, "Fix the parser", "The parser is **fixed**.");
        home.thread(2, "Write a poem", "Roses are red.");
    }

    @Test
    void listShowsIdTimeNameAndFolder() {
        assertThat(home.run("threads", "list")).isZero();

        assertThat(home.out().lines()).hasSize(2);
        assertThat(home.out()).contains(TestHome.id(1), "Fix the parser", TestHome.CWD, "Write a poem");
        assertThat(home.err()).isEmpty();
    }

    @Test
    void listPagesAndFilters() throws IOException {
        assertThat(home.run("threads", "list", "--limit=1", "--sort", "created"))
                .isZero();
        assertThat(home.out()).contains(TestHome.id(2)).doesNotContain(TestHome.id(1));
        var cursor = home.err().substring(home.err().lastIndexOf(' ') + 1).strip();
        assertThat(home.run("threads", "list", "--sort=created", "--cursor", cursor))
                .isZero();
        assertThat(home.out()).contains(TestHome.id(1)).doesNotContain(TestHome.id(2));

        assertThat(home.run("threads", "list", "--json", "--search", "poem", "--source=any"))
                .isZero();
        assertThat(json().path("data")).hasSize(1);
        assertThat(json().path("data").path(0).path("id").asText()).isEqualTo(TestHome.id(2));

        assertThat(home.run("threads", "list", "--provider", "another")).isZero();
        assertThat(home.out()).isEmpty();
    }

    @Test
    void wrongArgumentsAreUsage() {
        assertThat(home.run("threads", "list", "--source=nowhere")).isEqualTo(2);
        assertThat(home.run("threads", "list", "--limit=0")).isEqualTo(2);
        assertThat(home.run("threads")).isEqualTo(2);
        assertThat(home.run("threads", "rename", TestHome.id(1))).isEqualTo(2);
        assertThat(home.out()).isEmpty();
    }

    @Test
    void showTellsFactsAndTurns() throws IOException {
        assertThat(home.run("threads", "show", TestHome.id(1))).isZero();
        assertThat(home.out()).contains("Turn 1, completed", "User: Fix the parser", "Agent: The parser is **fixed**.");

        assertThat(home.run("threads", "show", "--json", first.toString())).isZero();
        assertThat(json().path("thread").path("turns").path(0).path("items")).hasSize(2);
    }

    @Test
    void aThreadIsFoundByUniqueBeginningOrName() {
        assertThat(home.run("threads", "show", "0198")).isEqualTo(1);
        assertThat(home.err()).contains("more than one thread", TestHome.id(1), TestHome.id(2));
        assertThat(home.run("threads", "show", "nothing")).isEqualTo(1);
        assertThat(home.err()).contains("no thread has the id or name nothing");

        home.run("threads", "rename", TestHome.id(2), "The poem");
        assertThat(home.run("threads", "show", "The poem")).isZero();
        assertThat(home.out()).contains(TestHome.id(2));
    }

    @Test
    void searchShowsWhereItIsSaid() throws IOException {
        assertThat(home.run("threads", "search", "roses")).isZero();
        assertThat(home.out()).contains(TestHome.id(2), "Roses are red.").doesNotContain(TestHome.id(1));

        assertThat(home.run("threads", "search", "--json", "roses")).isZero();
        assertThat(json().path("data").path(0).path("snippet").asText()).contains("Roses");
        assertThat(home.run("threads", "search", "violets")).isEqualTo(1);
    }

    @Test
    void exportsMarkdownHtmlAndLines() throws IOException {
        assertThat(home.run("threads", "export", TestHome.id(1))).isZero();
        assertThat(home.out()).contains("# Fix the parser", "### User", "The parser is **fixed**.");

        var page = temp.resolve("page.html");
        assertThat(home.run("threads", "export", TestHome.id(1), "-o", page.toString()))
                .isZero();
        assertThat(page).content().contains("<strong>fixed</strong>", "Content-Security-Policy");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(home.run("threads", "export", TestHome.id(1), "-o", page.toString()))
                .isEqualTo(1);
        assertThat(home.err()).contains("--force");

        assertThat(home.run("threads", "export", "--format=jsonl", TestHome.id(1)))
                .isZero();
        assertThat(home.out()).isEqualTo(Files.readString(first));
    }

    @Test
    void exportsAllIntoAFolder() {
        var folder = temp.resolve("all");
        home.run("threads", "archive", TestHome.id(1));
        assertThat(home.run("threads", "export", "--all", "--into", folder.toString(), "-f", "html"))
                .isZero();
        assertThat(folder.resolve(TestHome.id(1) + ".html")).exists();
        assertThat(folder.resolve(TestHome.id(2) + ".html")).exists();
        assertThat(home.out().lines()).hasSize(2);
    }

    @Test
    void importsUnderItsIdWithAnotherFolder() throws IOException {
        var copy = temp.resolve("copy.jsonl");
        home.run("threads", "export", TestHome.id(1), "-o", copy.toString());
        assertThat(home.run("threads", "import", copy.toString())).isEqualTo(1);
        assertThat(home.err()).contains("is in this home already");

        home.run("threads", "delete", "--yes", TestHome.id(1));
        assertThat(home.run("threads", "import", copy.toString(), "--cwd", "/projects/new", "--name", "Back"))
                .isZero();
        assertThat(home.out().strip()).isEqualTo(TestHome.id(1));
        assertThat(first).content().contains("\"cwd\":\"/projects/new\"").doesNotContain(TestHome.CWD);
        assertThat(home.run("threads", "show", "--json", "Back")).isZero();
        assertThat(json().path("thread").path("cwd").asText()).isEqualTo("/projects/new");
        assertThat(json().path("thread").path("turns")).hasSize(1);
        assertThat(json().path("thread").path("preview").asText()).isEqualTo("Fix the parser");
    }

    @Test
    void importsNothingThatIsNoThread() throws IOException {
        var rubbish = Files.writeString(temp.resolve("rubbish.jsonl"), "{}\nrubbish\n");
        assertThat(home.run("threads", "import", rubbish.toString())).isEqualTo(1);
        assertThat(home.err()).contains("is no thread");
    }

    @Test
    void archivesAndBringsBack() throws IOException {
        assertThat(home.run("threads", "archive", "--json", TestHome.id(1))).isZero();
        assertThat(json().path("archived").path(0).asText()).isEqualTo(TestHome.id(1));
        assertThat(home.run("threads", "list", "--archived")).isZero();
        assertThat(home.out()).contains(TestHome.id(1)).doesNotContain(TestHome.id(2));

        assertThat(home.run("threads", "unarchive", TestHome.id(1))).isZero();
        assertThat(first).exists();
        assertThat(home.run("threads", "unarchive", TestHome.id(1))).isEqualTo(1);
    }

    @Test
    void renamesAndClearsTheName() throws IOException {
        assertThat(home.run("threads", "rename", "--json", TestHome.id(1), "Parser"))
                .isZero();
        assertThat(json().path("thread").path("name").asText()).isEqualTo("Parser");
        assertThat(home.run("threads", "rename", "--clear", "Parser")).isZero();
        home.run("threads", "show", "--json", TestHome.id(1));
        assertThat(json().path("thread").path("name").isNull()).isTrue();
    }

    @Test
    void deleteSaysWhatGoesAndAsks() {
        assertThat(home.run("threads", "delete", TestHome.id(1))).isEqualTo(1);
        assertThat(home.err()).contains("Fix the parser", first.toString(), "nobody can be asked");
        home.answer("no");
        assertThat(home.run("threads", "delete", TestHome.id(1))).isEqualTo(1);
        assertThat(first).exists();

        home.answer("y");
        assertThat(home.run("threads", "delete", TestHome.id(1))).isZero();
        assertThat(home.out().strip()).isEqualTo(TestHome.id(1));
        assertThat(first).doesNotExist();
        assertThat(home.run("threads", "show", TestHome.id(1))).isEqualTo(1);
    }

    @Test
    void aThreadThatSomebodyHoldsIsRefusedWithTheHolderNamed() {
        try (var holder = home.open()) {
            holder.resume(new ResumeThread(TestHome.id(1), null, false));
            for (var command : new String[][] {
                {"threads", "archive", TestHome.id(1)},
                {"threads", "rename", TestHome.id(1), "Mine"},
                {"threads", "delete", "--yes", TestHome.id(1)}
            }) {
                assertThat(home.run(command)).isEqualTo(1);
                assertThat(home.err())
                        .contains(
                                "already has an active writer",
                                "process " + ProcessHandle.current().pid() + " for a test's client");
            }
        }
        assertThat(first).exists();
        assertThat(home.run("threads", "archive", TestHome.id(1))).isZero();
    }

    private JsonNode json() throws IOException {
        return WireJson.readTree(home.out());
    }
}
