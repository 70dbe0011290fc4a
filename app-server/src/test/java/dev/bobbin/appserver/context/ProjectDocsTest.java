package dev.bobbin.appserver.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDocsTest {
    @TempDir
    Path folder;

    @Test
    void joinsHomeAndProjectFromItsRootDown() throws IOException {
        write("home/AGENTS.md", "Home.\n");
        Files.createDirectories(folder.resolve("project/.git"));
        write("project/AGENTS.md", "Root.");
        write("project/sub/AGENTS.md", "Sub.");
        write("AGENTS.md", "Outside.");

        var docs = ProjectDocs.find(folder.resolve("home"), folder.resolve("project/sub"), 1_000, List.of());

        assertThat(docs.text()).isEqualTo("Home.\n\n--- project-doc ---\n\nRoot.\n\nSub.");
        assertThat(docs.sources()).hasSize(3);
    }

    @Test
    void anOverrideStandsInForTheUsualFile() throws IOException {
        write("AGENTS.md", "usual");
        write("AGENTS.override.md", "override");

        assertThat(find(1_000).text()).isEqualTo("override");
    }

    @Test
    void takesNoMoreThanAllowed() throws IOException {
        write("AGENTS.md", "0123456789");

        assertThat(find(4).text()).isEqualTo("0123");
        assertThat(find(0).text()).isNull();
    }

    @Test
    void otherNamesAreLookedForLast() throws IOException {
        write("README.agents", "other");

        assertThat(ProjectDocs.find(folder.resolve("home"), folder, 1_000, List.of("README.agents"))
                        .text())
                .isEqualTo("other");
    }

    private ProjectDocs find(long maxBytes) {
        return ProjectDocs.find(folder.resolve("home"), folder, maxBytes, List.of());
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
