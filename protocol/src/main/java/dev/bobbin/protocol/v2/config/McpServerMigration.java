package dev.bobbin.protocol.v2.config;

/** A tool server of another agent that can be taken over. */
public record McpServerMigration(String name) {}
