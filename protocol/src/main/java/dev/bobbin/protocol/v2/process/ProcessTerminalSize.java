package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.WireInt;

/** A terminal's size in character cells. */
public record ProcessTerminalSize(
        @WireInt("u16") int rows, @WireInt("u16") int cols) {}
