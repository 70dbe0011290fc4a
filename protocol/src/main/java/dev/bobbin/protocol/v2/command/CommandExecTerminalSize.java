package dev.bobbin.protocol.v2.command;

import dev.bobbin.protocol.wire.WireInt;

/** A terminal's size in character cells. */
public record CommandExecTerminalSize(
        @WireInt("u16") int rows, @WireInt("u16") int cols) {}
