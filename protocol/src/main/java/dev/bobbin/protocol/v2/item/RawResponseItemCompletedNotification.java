package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code rawResponseItem/completed}. */
public record RawResponseItemCompletedNotification(String threadId, String turnId, JsonNode item)
        implements ThreadScoped {}
