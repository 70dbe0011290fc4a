package dev.bobbin.protocol.v2.realtime;

import java.util.List;

/** The voices that each realtime version offers. */
public record RealtimeVoicesList(
        List<RealtimeVoice> v1, List<RealtimeVoice> v2, RealtimeVoice defaultV1, RealtimeVoice defaultV2) {}
