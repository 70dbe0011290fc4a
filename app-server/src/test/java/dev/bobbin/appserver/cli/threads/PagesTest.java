package dev.bobbin.appserver.cli.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.StoredThreadBuilder;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String EVIL = "<script>alert(\"1\")</script><img src=x onerror='alert(2)'>&";

    @Test
    void nothingForeignIsHtml() throws IOException {
        var page = HtmlPage.of(evilDocument());

        assertThat(page).contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
        assertThat(page).doesNotContain("<script", "<img src=x", "onerror='");
        assertThat(page).doesNotContainPattern("<a [^>]*href=\"(?!#)");
    }

    @Test
    void aPageNeedsNothingElse() throws IOException {
        var page = HtmlPage.of(evilDocument());

        assertThat(page).contains("default-src 'none'").doesNotContainPattern("src=\"(?!data:image/)");
        assertThat(page).contains("src=\"data:image/png;base64,AAAA\"");
    }

    @Test
    void partsOfMarkdownAreShown() {
        var out = new StringBuilder();
        HtmlText.markdown(
                "# Title\n\n- one `x<y`\n- two\n\nA **b** c\n```java\nif (a < b) {}\n\n# no title\n```\nend", out);

        assertThat(out).hasToString("""
            <h4>Title</h4>
            <ul><li>one <code>x&lt;y</code></li>
            <li>two</li>
            </ul>
            <p>A <strong>b</strong> c</p>
            <pre><code>if (a &lt; b) {}

            # no title
            </code></pre>
            <p>end</p>
            """);
    }

    @Test
    void tablesAndNumberedListsAreShown() {
        var out = new StringBuilder();
        HtmlText.markdown(
                "| a | `b` |\n|---|:-:|\n| <1> | x \\| y |\nafter\n\n3. three\n4. four\n- other\n\n2026. no", out);
        assertThat(out.toString())
                .isEqualTo("<div class=\"table\"><table>\n<tr><th>a</th><th><code>b</code></th></tr>\n"
                        + "<tr><td>&lt;1&gt;</td><td>x | y</td></tr>\n</table></div>\n<p>after</p>\n"
                        + "<ol start=\"3\"><li>three</li>\n<li>four</li>\n</ol>\n<ul><li>other</li>\n</ul>\n"
                        + "<ol start=\"2026\"><li>no</li>\n</ol>\n");
    }

    @Test
    void outputCannotLeaveItsFence() throws IOException {
        var page = MarkdownPage.of(document(command("a", "x\n```\n# Not a title\n````\n")));

        assertThat(page).contains("`````\nx\n```\n# Not a title\n````\n`````\n");
    }

    private static Document evilDocument() throws IOException {
        return document(
                item(
                        "userMessage",
                        "content",
                        "[{\"type\":\"text\",\"text\":" + quoted(EVIL) + "},"
                                + "{\"type\":\"image\",\"url\":" + quoted("https://x/" + EVIL) + "},"
                                + "{\"type\":\"mention\",\"name\":" + quoted(EVIL) + ",\"path\":" + quoted(EVIL)
                                + "}]"),
                item(
                        "agentMessage",
                        "text",
                        quoted("**" + EVIL + "** `" + EVIL + "`\n```\n" + EVIL + "\n```\n# " + EVIL)),
                item("plan", "text", quoted("- " + EVIL)),
                item("reasoning", "summary", "[" + quoted(EVIL) + "]"),
                command(EVIL, EVIL),
                item("webSearch", "query", quoted(EVIL)),
                item("exitedReviewMode", "review", quoted(EVIL)),
                new ThreadItem.ImageGeneration("i", "completed", EVIL, "AAAA", null),
                new ThreadItem.Unknown(
                        EVIL, JsonNodeFactory.instance.objectNode().put(EVIL, EVIL)));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static ThreadItem item(String type, String field, String value) throws IOException {
        return WireJson.decode(
                WireJson.readTree("{\"id\":\"i\",\"type\":\"" + type + "\",\"" + field + "\":" + value + "}"),
                ThreadItem.class);
    }

    private static ThreadItem command(String command, String output) throws IOException {
        var fields = (ObjectNode) WireJson.readTree("{\"id\":\"c\",\"type\":\"commandExecution\",\"cwd\":\"/x\","
                + "\"status\":\"completed\",\"commandActions\":[],\"exitCode\":0,\"durationMs\":5}");
        fields.put("command", command).put("aggregatedOutput", output);
        return WireJson.decode(fields, ThreadItem.class);
    }

    private static Document document(ThreadItem... items) {
        var thread = new StoredThreadBuilder("0198b7a0-0000-7000-8000-000000000001")
                .name(EVIL)
                .preview(EVIL)
                .cwd(EVIL)
                .modelProvider(EVIL)
                .model(EVIL)
                .source(new SessionSource(EVIL))
                .gitInfo(new GitInfo(EVIL, EVIL, EVIL))
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.EPOCH)
                .build();
        var error = new TurnError(EVIL, null, null);
        var turn = new Turn("t", List.of(items), TurnItemsView.FULL, TurnStatus.FAILED, error, 0L, 1L, 2L);
        return new Document(thread, List.of(turn), ZoneOffset.UTC);
    }
}
