package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.config.McpApprovalMode;
import org.jspecify.annotations.Nullable;

/**
 * A tool of a server, under the name by which models call it.
 *
 * @param described as the server describes it
 * @param namespace the server's, as models know it
 * @param callName the tool's, as models know it
 */
record OfferedTool(McpServer server, JsonNode described, String namespace, String callName) {
    /** The name that the server knows. */
    String name() {
        return described.path("name").asText();
    }

    @Nullable
    String title() {
        return described.path("title").textValue();
    }

    String description() {
        return described.path("description").asText("");
    }

    McpApprovalMode approvalMode() {
        return server.config().approvalMode(name());
    }

    /** Whether it says that it changes nothing. */
    boolean isReadOnly() {
        return described.path("annotations").path("readOnlyHint").asBoolean(false);
    }

    /** Whether the user is to be asked, by what the tool says of itself: it counts as harmful unless it says otherwise. */
    boolean mayDoHarm() {
        var hints = described.path("annotations");
        if (hints.path("destructiveHint").asBoolean(false)) {
            return true;
        }
        return !isReadOnly()
                && (hints.path("destructiveHint").asBoolean(true)
                        || hints.path("openWorldHint").asBoolean(true));
    }
}
