package dev.bobbin.protocol.v2.model;

/** What to tell the user about a model that became available. */
public record ModelAvailabilityNux(String message) {}
