package dev.bobbin.appserver.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.exec.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class McpLinkTest {
    @TempDir
    Path folder;

    private final CountDownLatch closed = new CountDownLatch(1);

    private final LinkListener listener = new LinkListener() {
        @Override
        public JsonNode elicit(JsonNode params) {
            return JsonNodeFactory.instance.objectNode().put("action", "decline");
        }

        @Override
        public void notified(String method, JsonNode params) {}

        @Override
        public void closed() {
            closed.countDown();
        }
    };

    private McpLink shell(String script) throws LinkFailure {
        var variables = Map.of("PATH", System.getenv("PATH"));
        return McpLink.toChild(new Launch(List.of("sh", "-c", script), folder, variables, null, true), listener);
    }

    private static String failure(McpLink link, Duration limit) {
        var caught = catchThrowableOfType(
                LinkFailure.class, () -> link.request("m", null, link.nextToken(), new Patience(limit)));
        return caught.kind() + " " + caught.text();
    }

    @Test
    void anAnswerFindsItsRequest() throws Exception {
        var script = "read l; id=${l##*\\\"id\\\":}; id=${id%%,*}; echo junk; "
                + "echo \"{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":$id,\\\"result\\\":{\\\"a\\\":[1,null]}}\"; read l";
        try (var link = shell(script)) {
            var result = link.request("m", null, link.nextToken(), new Patience(Duration.ofSeconds(20)));
            assertThat(result).hasToString("{\"a\":[1,null]}");
        }
    }

    @Test
    void whoNeverAnswersIsNotWaitedForForEver() throws Exception {
        try (var link = shell("cat > /dev/null")) {
            assertThat(failure(link, Duration.ofMillis(150))).isEqualTo("TIMED_OUT timed out awaiting m after 150ms");
        }
    }

    @Test
    void whoEndsIsNotWaitedForAtAll() throws Exception {
        try (var link = shell("read l; exit 3")) {
            assertThat(failure(link, Duration.ofMinutes(5))).isEqualTo("CLOSED Transport closed");
            closed.await();
            assertThat(link.isClosed()).isTrue();
            assertThat(failure(link, Duration.ofMinutes(5))).isEqualTo("CLOSED Transport closed");
        }
    }

    @Test
    void timeInWhichTheUserIsAskedDoesNotCount() {
        var patience = new Patience(Duration.ZERO);
        patience.pause();
        assertThat(patience.left()).isPositive();
        patience.resume();
        assertThat(patience.left()).isLessThanOrEqualTo(0);
    }

    @Test
    void aMissingWebServerIsSaidToBeMissing() throws Exception {
        try (var link = McpLink.toWeb("http://127.0.0.1:1/mcp", Map.of(), listener)) {
            assertThat(failure(link, Duration.ofSeconds(20))).startsWith("CLOSED");
        }
        assertThatThrownBy(() -> McpLink.toWeb("not an address", Map.of(), listener))
                .isInstanceOf(LinkFailure.class);
    }
}
