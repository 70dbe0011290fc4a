package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** A piece of sound, its samples in base64. */
public record ThreadRealtimeAudioChunk(
        String data,
        @WireInt("u32") long sampleRate,
        @WireInt("u16") int numChannels,
        @WireInt("u32") @Nullable Long samplesPerChannel,
        @Nullable String itemId) {}
