package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.RealtimeMethods;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendAudioParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeAppendTextParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeListVoicesParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStartParams;
import dev.bobbin.protocol.v2.realtime.ThreadRealtimeStopParams;

/** Realtime conversations: {@code thread/realtime/*}. What jsonrpc4j calls, see {@link RequestRouter}. */
public final class RealtimeService {
    private final RequestRouter router;

    RealtimeService(RequestRouter router) {
        this.router = router;
    }

    public void threadRealtimeStart(ThreadRealtimeStartParams params) {
        router.run(RealtimeMethods.THREAD_REALTIME_START, params);
    }

    public void threadRealtimeAppendAudio(ThreadRealtimeAppendAudioParams params) {
        router.run(RealtimeMethods.THREAD_REALTIME_APPEND_AUDIO, params);
    }

    public void threadRealtimeAppendText(ThreadRealtimeAppendTextParams params) {
        router.run(RealtimeMethods.THREAD_REALTIME_APPEND_TEXT, params);
    }

    public void threadRealtimeStop(ThreadRealtimeStopParams params) {
        router.run(RealtimeMethods.THREAD_REALTIME_STOP, params);
    }

    public void threadRealtimeListVoices(ThreadRealtimeListVoicesParams params) {
        router.run(RealtimeMethods.THREAD_REALTIME_LIST_VOICES, params);
    }
}
