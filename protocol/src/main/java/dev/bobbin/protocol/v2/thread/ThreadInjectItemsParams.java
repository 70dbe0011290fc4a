package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;

/** Parameters of {@code thread/inject_items}. */
public record ThreadInjectItemsParams(String threadId, List<JsonNode> items) implements ThreadScoped {}
