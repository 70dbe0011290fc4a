package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.AbsolutePath;

/** An environment that a turn may act in, and the directory to act in there. */
public record TurnEnvironmentParams(
        String environmentId, @AbsolutePath String cwd) {}
