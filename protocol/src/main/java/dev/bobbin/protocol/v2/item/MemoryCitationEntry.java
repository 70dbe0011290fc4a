package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireInt;

/** A passage of a memory file. */
public record MemoryCitationEntry(
        String path,
        @WireInt("u32") long lineStart,
        @WireInt("u32") long lineEnd,
        String note) {}
