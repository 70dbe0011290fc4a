package dev.bobbin.appserver.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool server, as {@code [mcp_servers.NAME]} describes it.
 *
 * @param isEnabled whether it is started at all
 * @param isRequired whether a thread is refused when it cannot be started
 * @param startupTimeout longest wait for it to say what it offers
 * @param toolTimeout longest wait for a call's answer
 * @param enabledTools the only tools to offer; null for all
 * @param disabledTools tools not to offer, whatever the others say
 * @param approvalMode for tools without a mode of their own; null is {@link McpApprovalMode#AUTO}
 * @param toolApprovalModes by the tool's name
 * @param isParallel whether its tools may run side by side
 */
public record McpServerConfig(
        String name,
        Transport transport,
        boolean isEnabled,
        boolean isRequired,
        Duration startupTimeout,
        Duration toolTimeout,
        @Nullable List<String> enabledTools,
        List<String> disabledTools,
        @Nullable McpApprovalMode approvalMode,
        Map<String, McpApprovalMode> toolApprovalModes,
        boolean isParallel) {
    /** How it is reached. */
    public sealed interface Transport {}

    /**
     * A child process that speaks on its standard streams.
     *
     * @param env variables to set
     * @param envVars names of variables to pass on
     * @param cwd where to start it; null for the thread's folder
     */
    public record Stdio(
            String command,
            List<String> args,
            Map<String, String> env,
            List<String> envVars,
            @Nullable String cwd) implements Transport {
        @Override
        public String toString() {
            return "Stdio[" + command + "]";
        }
    }

    /**
     * A web server that speaks streamable HTTP.
     *
     * @param bearerTokenEnvVar the variable that holds a token to send; null for none
     * @param httpHeaders headers by name
     * @param envHttpHeaders names of variables that hold headers, by the header's name
     */
    public record Http(
            String url,
            @Nullable String bearerTokenEnvVar,
            Map<String, String> httpHeaders,
            Map<String, String> envHttpHeaders)
            implements Transport {
        @Override
        public String toString() {
            return "Http[" + url + "]";
        }
    }

    /** Whether a tool may be offered and called. */
    public boolean offers(String tool) {
        return (enabledTools == null || enabledTools.contains(tool)) && !disabledTools.contains(tool);
    }

    /** When the user is asked before a tool is called. */
    public McpApprovalMode approvalMode(String tool) {
        var own = toolApprovalModes.get(tool);
        if (own != null) {
            return own;
        }
        return approvalMode == null ? McpApprovalMode.AUTO : approvalMode;
    }
}
