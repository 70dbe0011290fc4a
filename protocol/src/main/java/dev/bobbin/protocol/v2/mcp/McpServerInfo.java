package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tool server calls itself. */
public record McpServerInfo(
        String name,
        @Nullable String title,
        String version,
        @Nullable String description,
        @Nullable List<JsonNode> icons,
        @Nullable String websiteUrl) {}
