package dev.bobbin.protocol.v2.config;

/** A source of configuration and the version of what it says. */
public record ConfigLayerMetadata(ConfigLayerSource name, String version) {}
