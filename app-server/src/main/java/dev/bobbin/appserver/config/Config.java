package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.config.WebSearchMode;
import dev.bobbin.protocol.v2.turn.Personality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings in force, for the server or for one thread.
 *
 * @param codexHome absolute
 * @param sqliteHome folder of the database: {@code sqlite_home}, else {@code CODEX_SQLITE_HOME}, else {@code codexHome}
 * @param model name of the model, as sent to the provider
 * @param modelProviderId a key of {@code providers}
 * @param providers all that can be chosen, by id
 * @param sandboxPolicy from {@code sandbox_mode}, {@code [sandbox_workspace_write]} and the trust in the project
 * @param serviceTier {@code priority}, {@code flex}, or null
 * @param reviewModel model for {@code review/start}; null is the thread's own
 * @param approvalDeadline how long a question for approval waits before it counts as declined; null for ever
 * @param compatVersion the release of the peer that this server says it is
 * @param mcpServers tool servers, by name in alphabetical order
 * @param raw the merged tree, unknown keys included; must not be changed
 */
public record Config(
        Path codexHome,
        Path sqliteHome,
        String model,
        String modelProviderId,
        Map<String, ProviderConfig> providers,
        AskForApproval approvalPolicy,
        ApprovalsReviewer approvalsReviewer,
        SandboxPolicy sandboxPolicy,
        PermissionProfiles profiles,
        @Nullable PermissionChoice permissions,
        ReasoningSettings reasoning,
        @Nullable Verbosity verbosity,
        @Nullable Personality personality,
        @Nullable String serviceTier,
        ModelLimits limits,
        Instructions instructions,
        ProjectDocSettings projectDocs,
        @Nullable WebSearchMode webSearch,
        @Nullable String reviewModel,
        Features features,
        @Nullable Duration approvalDeadline,
        String compatVersion,
        Durability durability,
        ThreadStoreChoice threadStore,
        List<McpServerConfig> mcpServers,
        ObjectNode raw) {
    /** The release whose behaviour and files this server follows. */
    public static final String DEFAULT_COMPAT_VERSION = "0.137.0";

    static final String DEFAULT_MODEL = "gpt-5.5";
    static final String DEFAULT_PROVIDER = "openai";

    /** The chosen provider. */
    public ProviderConfig provider() {
        return provider(modelProviderId);
    }

    /**
     * A provider by id.
     *
     * @throws ConfigException if there is none
     */
    public ProviderConfig provider(String id) {
        var provider = providers.get(id);
        if (provider == null) {
            throw new ConfigException("Model provider `" + id + "` not found");
        }
        return provider;
    }
}
