package dev.bobbin.protocol.v2.notice;

import dev.bobbin.protocol.wire.WireInt;

/** A place in a file; line and column count from 1. */
public record TextPosition(
        @WireInt("usize") long line, @WireInt("usize") long column) {}
