package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.databind.JsonNode;

/** The layer that hides a value just written. */
public record OverriddenMetadata(String message, ConfigLayerMetadata overridingLayer, JsonNode effectiveValue) {}
