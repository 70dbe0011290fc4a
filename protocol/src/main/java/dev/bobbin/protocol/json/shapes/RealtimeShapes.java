package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class RealtimeShapes {
    private RealtimeShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                RealtimeVoicesList v1:[Lv2.realtime.RealtimeVoice v2:[Lv2.realtime.RealtimeVoice defaultV1:Lv2.realtime.RealtimeVoice defaultV2:Lv2.realtime.RealtimeVoice
                ThreadRealtimeAppendAudioParams threadId:S audio:Lv2.realtime.ThreadRealtimeAudioChunk
                ThreadRealtimeAppendAudioResponse
                ThreadRealtimeAppendTextParams threadId:S text:S
                ThreadRealtimeAppendTextResponse
                ThreadRealtimeAudioChunk data:S sampleRate:u32 numChannels:u16 samplesPerChannel?:u32 itemId?:S
                ThreadRealtimeClosedNotification threadId:S reason?:S
                ThreadRealtimeErrorNotification threadId:S message:S
                ThreadRealtimeItemAddedNotification threadId:S item:J
                ThreadRealtimeListVoicesParams
                ThreadRealtimeListVoicesResponse voices:Lv2.realtime.RealtimeVoicesList
                ThreadRealtimeOutputAudioDeltaNotification threadId:S audio:Lv2.realtime.ThreadRealtimeAudioChunk
                ThreadRealtimeSdpNotification threadId:S sdp:S
                ThreadRealtimeStartParams threadId:S outputModality:Lv2.realtime.RealtimeOutputModality prompt-:~S realtimeSessionId?:S transport?:Lv2.realtime.ThreadRealtimeStartTransport voice?:Lv2.realtime.RealtimeVoice
                ThreadRealtimeStartResponse
                ThreadRealtimeStartTransport$Webrtc sdp:S
                ThreadRealtimeStartTransport$Websocket
                ThreadRealtimeStartTransport =type websocket:Websocket webrtc:Webrtc
                ThreadRealtimeStartedNotification threadId:S realtimeSessionId?:S version:Lv2.realtime.RealtimeConversationVersion
                ThreadRealtimeStopParams threadId:S
                ThreadRealtimeStopResponse
                ThreadRealtimeTranscriptDeltaNotification threadId:S role:S delta:S
                ThreadRealtimeTranscriptDoneNotification threadId:S role:S text:S
                """;
    }
}
