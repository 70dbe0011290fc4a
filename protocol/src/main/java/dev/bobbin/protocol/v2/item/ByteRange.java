package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireInt;

/** A half-open range of UTF-8 byte offsets. */
public record ByteRange(
        @WireInt("usize") long start, @WireInt("usize") long end) {}
