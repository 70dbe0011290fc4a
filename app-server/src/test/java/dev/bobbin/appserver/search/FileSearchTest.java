package dev.bobbin.appserver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {
    @TempDir
    Path folder;

    private FileSearch search;

    @BeforeEach
    void open() {
        search = new FileSearch(Map.of("HOME", folder.resolve("home").toString()));
    }

    @Test
    void whatIsIgnoredIsLeftOutWithinARepositoryOnly() throws IOException {
        write(".gitignore", "*.log\nbuild/\n");
        write("zq.log", "");
        write("build/zq.txt", "");
        write("zq.txt", "");
        assertThat(find("zq")).containsExactly("build/zq.txt", "zq.log", "zq.txt");
        Files.createDirectory(folder.resolve("root/.git"));
        assertThat(find("zq")).containsExactly("zq.txt");
    }

    @Test
    void theNearestFileHasTheLastWordUpToTheRepositorysTop() throws IOException {
        Files.createDirectories(folder.resolve("root/.git/info"));
        Files.writeString(folder.resolve("root/.git/info/exclude"), "zqx*\n");
        write(".gitignore", "*.log\n");
        write("sub/.gitignore", "!zq.log\n");
        write("sub/zq.log", "");
        write("sub/zqx", "");
        Files.createDirectories(folder.resolve("root/inner/.git"));
        write("inner/zq.log", "");
        write("inner/zqx", "");
        assertThat(find("zq")).containsExactly("inner/zq.log", "inner/zqx", "sub/zq.log");
        write(".ignore", "inner\n");
        assertThat(find("zq")).containsExactly("sub/zq.log");
        write("sub/.gitignore", "");
        assertThat(find("zq")).isEmpty();
    }

    @Test
    void everySearchSeesWhatIsThere() throws IOException {
        write("a/zq1", "");
        assertThat(find("zq")).containsExactly("a/zq1");
        write("a/zq2", "");
        write("b/zq3", "");
        assertThat(find("zq")).containsExactly("a/zq1", "a/zq2", "b/zq3");
        Files.delete(folder.resolve("root/a/zq1"));
        assertThat(find("zq")).containsExactly("a/zq2", "b/zq3");
        Files.move(folder.resolve("root/b"), folder.resolve("root/c"));
        assertThat(find("zq")).containsExactly("a/zq2", "c/zq3");
    }

    @Test
    void linksAreFollowedButNotInCircles() throws IOException {
        write("real/zq", "");
        Files.createSymbolicLink(folder.resolve("root/link"), folder.resolve("root/real"));
        Files.createSymbolicLink(folder.resolve("root/real/loop"), folder.resolve("root"));
        Files.createSymbolicLink(folder.resolve("root/zqdangling"), folder.resolve("nowhere"));
        assertThat(find("zq")).containsExactly("link/zq", "real/zq");
    }

    @Test
    void atMostFiftyAreFoundAndNothingForNothing() throws IOException {
        for (var i = 0; i < 60; i++) {
            write("zq" + i, "");
        }
        assertThat(find("zq")).hasSize(50);
        assertThat(find("")).isEmpty();
        assertThat(search.find("zq", List.of(folder.resolve("none").toString()), () -> false))
                .isEmpty();
    }

    private List<String> find(String query) {
        return search.find(query, List.of(folder.resolve("root").toString()), () -> false).stream()
                .map(FileSearch.Hit::path)
                .sorted()
                .toList();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve("root").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
