package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself.
 *
 * @param serverInfo its name and version, as it sent them
 * @param instructions how to use it; null if it says nothing
 * @param tools its tools as it sent them, those left out that are not to be offered
 */
record Offer(JsonNode serverInfo, @Nullable String instructions, List<JsonNode> tools) {}
