package dev.bobbin.protocol.v2.mcp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool server, what it offers, and whether the server is signed in to it. */
public record McpServerStatus(
        String name,
        @Nullable McpServerInfo serverInfo,
        Map<String, Tool> tools,
        List<Resource> resources,
        List<ResourceTemplate> resourceTemplates,
        McpAuthStatus authStatus) {}
