package dev.bobbin.protocol.v2.turn;

/** Text that a client lends to the model for a turn, beside what the user wrote. */
public record AdditionalContextEntry(String value, AdditionalContextKind kind) {}
