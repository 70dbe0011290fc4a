package dev.bobbin.protocol.v2.turn;

/** The way of working together, with the model settings that go with it. */
public record CollaborationMode(ModeKind mode, Settings settings) {}
