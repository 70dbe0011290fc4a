package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client waits for first is not held up by code that the JVM has to write while it runs. It does so where a switch
 * asks for types, and where a record compares or prints itself; the AOT cache keeps neither.
 */
@Tag("process")
class FirstTurnTest {
    /** Such as {@code resolve_invokedynamic Bootstrap in dev/bobbin/A$B indy#2@CP[62] equals:(Ldev/bobbin/A$B;...}. */
    private static final Pattern LINKED =
            Pattern.compile("resolve_invokedynamic Bootstrap in (dev/bobbin/\\S+) \\S+ (\\w+):");

    private static final List<String> WRITTEN_AT_RUN_TIME = List.of("typeSwitch", "equals", "hashCode", "toString");

    @Test
    void theFirstListAndTheFirstTurnNeedNoCodeThatIsWrittenAtRunTime(@TempDir Path folder) throws Exception {
        var log = folder.resolve("linked");
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("BOBBIN_JAVA_OPTS", "-Xlog:methodhandles+indy=debug:file=" + log)
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "echo", "login", false)))
                .modelSays("Yes.")
                .start()) {
            server.call("thread/list", Map.of("limit", 25));
            var turn = server.runTurn(server.startThread(), "there?");
            assertThat(turn.answer()).isEqualTo("Yes.");
            assertThat(server.end()).isZero();
        }

        var linked = Files.readAllLines(log);
        assertThat(linked).isNotEmpty();
        assertThat(linked.stream().flatMap(FirstTurnTest::writtenAtRunTime).distinct())
                .isEmpty();
    }

    private static Stream<String> writtenAtRunTime(String line) {
        var site = LINKED.matcher(line);
        return site.find() && WRITTEN_AT_RUN_TIME.contains(site.group(2))
                ? Stream.of(site.group(1) + " " + site.group(2))
                : Stream.empty();
    }
}
