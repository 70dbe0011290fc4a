package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.databind.JsonNode;

/** One change to the user's configuration file. */
public record ConfigEdit(String keyPath, JsonNode value, MergeStrategy mergeStrategy) {}
