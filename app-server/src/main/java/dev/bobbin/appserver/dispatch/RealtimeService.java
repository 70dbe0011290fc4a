package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.RealtimeMethods;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendAudioParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendTextParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeListVoicesParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStartParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStopParams;

/** Realtime conversations: {@code thread/realtime/*}. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface RealtimeService extends Service {
    default void threadRealtimeStart(ThreadRealtimeStartParams params) {
        router().run(RealtimeMethods.THREAD_REALTIME_START, params);
    }

    default void threadRealtimeAppendAudio(ThreadRealtimeAppendAudioParams params) {
        router().run(RealtimeMethods.THREAD_REALTIME_APPEND_AUDIO, params);
    }

    default void threadRealtimeAppendText(ThreadRealtimeAppendTextParams params) {
        router().run(RealtimeMethods.THREAD_REALTIME_APPEND_TEXT, params);
    }

    default void threadRealtimeStop(ThreadRealtimeStopParams params) {
        router().run(RealtimeMethods.THREAD_REALTIME_STOP, params);
    }

    default void threadRealtimeListVoices(ThreadRealtimeListVoicesParams params) {
        router().run(RealtimeMethods.THREAD_REALTIME_LIST_VOICES, params);
    }
}
