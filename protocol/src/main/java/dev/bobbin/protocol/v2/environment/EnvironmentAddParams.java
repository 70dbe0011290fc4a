package dev.bobbin.protocol.v2.environment;

/** Parameters of {@code environment/add}. */
public record EnvironmentAddParams(String environmentId, String execServerUrl) {}
