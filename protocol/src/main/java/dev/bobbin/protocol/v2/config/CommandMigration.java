package dev.bobbin.protocol.v2.config;

/** A command of another agent that can be taken over. */
public record CommandMigration(String name) {}
