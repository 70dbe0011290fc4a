package dev.bobbin.appserver.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolNamesTest {
    @Test
    void whatModelsMayNotSayBecomesAnUnderscore() {
        assertThat(ToolNames.namespace("my-server", false)).isEqualTo("mcp__my_server");
        assertThat(ToolNames.tool("mcp__s", "write.it", false)).isEqualTo("write_it");
        assertThat(ToolNames.tool("mcp__s", "é ok", false)).isEqualTo("__ok");
        assertThat(ToolNames.tool("mcp__s", "", false)).isEqualTo("_");
    }

    @Test
    void namesThatWouldBeTheSameAreToldApart() {
        var one = ToolNames.tool("mcp__s", "a-b", true);
        assertThat(one).matches("a_b_[0-9a-f]{12}").isNotEqualTo(ToolNames.tool("mcp__s", "a.b", true));
        assertThat(ToolNames.namespace("a-b", true)).isNotEqualTo(ToolNames.namespace("a_b", true));
    }

    @Test
    void longNamesAreCutToWhatFits() {
        var longName = "x".repeat(100);
        for (var server : new String[] {"s", longName}) {
            var namespace = ToolNames.namespace(server, false);
            var tool = ToolNames.tool(namespace, longName, false);
            assertThat(namespace.length() + 2 + tool.length()).isEqualTo(ToolNames.MAX_LENGTH);
            assertThat(tool).matches("x*_[0-9a-f]{12}");
        }
        assertThat(ToolNames.namespace(longName, true))
                .hasSizeLessThanOrEqualTo(49)
                .matches(".*_[0-9a-f]{12}");
    }
}
