package dev.bobbin.appserver.telemetry.jfr;

import dev.bobbin.appserver.telemetry.Observer;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** Makes events once a recording was started in this process, by an option of the JVM or by {@code jcmd}. */
public final class JfrObserver implements Observer {
    private static final boolean HAS_RECORDER =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    /** Costs nothing beside a field's reading, nor does the first call. */
    private static boolean isStarted() {
        return HAS_RECORDER && FlightRecorder.isInitialized();
    }

    @Override
    public @Nullable RequestWatch request(String method) {
        return isStarted() ? WatchedEvents.request(method) : null;
    }

    @Override
    public @Nullable TurnWatch turn(String threadId, String turnId, Supplier<String> kind) {
        return isStarted() ? WatchedEvents.turn(threadId, turnId, kind.get()) : null;
    }

    @Override
    public @Nullable CallWatch modelCall(String threadId, String provider, String model) {
        return isStarted() ? WatchedEvents.modelCall(threadId, provider, model) : null;
    }
}
