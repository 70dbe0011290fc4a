package dev.bobbin.protocol.v2.environment;

/** Answer to {@code environment/add}. */
public record EnvironmentAddResponse() {}
