package dev.bobbin.protocol.v2.config;

/** A subagent of another agent that can be taken over. */
public record SubagentMigration(String name) {}
