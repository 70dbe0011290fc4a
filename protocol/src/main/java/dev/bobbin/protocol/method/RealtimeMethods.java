package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendAudioParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendAudioResponse;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendTextParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendTextResponse;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeListVoicesParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeListVoicesResponse;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStartParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStartResponse;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStopParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStopResponse;
import org.jspecify.annotations.Nullable;

/** Realtime conversations: {@code thread/realtime/*}. */
public interface RealtimeMethods {
    /** {@code thread/realtime/start} */
    Method<ThreadRealtimeStartParams, ThreadRealtimeStartResponse> THREAD_REALTIME_START = Method.of(
                    "thread/realtime/start",
                    ThreadRealtimeStartParams.class,
                    ThreadRealtimeStartResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/realtime/appendAudio} */
    Method<ThreadRealtimeAppendAudioParams, ThreadRealtimeAppendAudioResponse> THREAD_REALTIME_APPEND_AUDIO = Method.of(
                    "thread/realtime/appendAudio",
                    ThreadRealtimeAppendAudioParams.class,
                    ThreadRealtimeAppendAudioResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/realtime/appendText} */
    Method<ThreadRealtimeAppendTextParams, ThreadRealtimeAppendTextResponse> THREAD_REALTIME_APPEND_TEXT = Method.of(
                    "thread/realtime/appendText",
                    ThreadRealtimeAppendTextParams.class,
                    ThreadRealtimeAppendTextResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/realtime/stop} */
    Method<ThreadRealtimeStopParams, ThreadRealtimeStopResponse> THREAD_REALTIME_STOP = Method.of(
                    "thread/realtime/stop",
                    ThreadRealtimeStopParams.class,
                    ThreadRealtimeStopResponse.class,
                    LaneRule.THREAD)
            .experimental();

    /** {@code thread/realtime/listVoices} */
    Method<ThreadRealtimeListVoicesParams, ThreadRealtimeListVoicesResponse> THREAD_REALTIME_LIST_VOICES = Method.of(
                    "thread/realtime/listVoices",
                    ThreadRealtimeListVoicesParams.class,
                    ThreadRealtimeListVoicesResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "thread/realtime/start" -> THREAD_REALTIME_START;
            case "thread/realtime/appendAudio" -> THREAD_REALTIME_APPEND_AUDIO;
            case "thread/realtime/appendText" -> THREAD_REALTIME_APPEND_TEXT;
            case "thread/realtime/stop" -> THREAD_REALTIME_STOP;
            case "thread/realtime/listVoices" -> THREAD_REALTIME_LIST_VOICES;
            default -> null;
        };
    }
}
