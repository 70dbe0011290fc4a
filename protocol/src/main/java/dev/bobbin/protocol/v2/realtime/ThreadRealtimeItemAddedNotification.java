package dev.bobbin.protocol.v2.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/itemAdded}. */
public record ThreadRealtimeItemAddedNotification(String threadId, JsonNode item) implements ThreadScoped {}
