package dev.bobbin.protocol.v2.config;

/** A hook of another agent that can be taken over. */
public record HookMigration(String name) {}
