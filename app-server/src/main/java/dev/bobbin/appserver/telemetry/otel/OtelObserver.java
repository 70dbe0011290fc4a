package dev.bobbin.appserver.telemetry.otel;

import dev.bobbin.appserver.config.OtelConfig;
import dev.bobbin.appserver.telemetry.Observer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has all that happens exported. What is told here is put into a queue; a thread of its own takes it to the SDK. What does
 * not fit into the queue is not exported.
 */
public final class OtelObserver implements Observer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtelObserver.class);
    private static final int MOST_WAITING = 8_192;

    /** How long the end of the server may wait for a collector. */
    private static final Duration LAST_EXPORT = Duration.ofMillis(700);

    private final OtelConfig config;
    private final String version;
    private final BlockingQueue<Consumer<Exports>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread worker;
    private volatile boolean closing;

    private OtelObserver(OtelConfig config, String version) {
        this.config = config;
        this.version = version;
        this.worker = Thread.ofVirtual().name("otel").unstarted(this::work);
    }

    /** Starts to export. */
    public static OtelObserver start(OtelConfig config, String version) {
        var observer = new OtelObserver(config, version);
        observer.worker.start();
        return observer;
    }

    /** Exports what is left, if it takes no longer than a moment. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        tell(_ -> {});
        worker.join(LAST_EXPORT);
    }

    private void tell(Consumer<Exports> fact) {
        var _ = waiting.offer(fact);
    }

    private void work() {
        try {
            var first = waiting.take();
            if (closing && waiting.isEmpty()) {
                return;
            }
            try (var exports = Exports.open(config, version, LAST_EXPORT)) {
                first.accept(exports);
                while (!closing || !waiting.isEmpty()) {
                    waiting.take().accept(exports);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("nothing is exported to OpenTelemetry any more", e);
        }
    }

    @Override
    public RequestWatch request(String method) {
        return new WatchedRequest(method, Moment.now());
    }

    @Override
    public TurnWatch turn(String threadId, String turnId, Supplier<String> kind) {
        var begun = Moment.now();
        var named = kind.get();
        tell(exports -> exports.turnBegan(threadId, turnId, named, begun));
        return (status, tokens) -> {
            var ended = Moment.now();
            tell(exports -> exports.turnEnded(threadId, status, tokens, begun, ended));
        };
    }

    @Override
    public CallWatch modelCall(String threadId, String provider, String model) {
        return new WatchedCall(threadId, provider, model, Moment.now());
    }

    /** Told by whoever deals with the request, one after another. */
    private final class WatchedRequest implements RequestWatch {
        private final String method;
        private final Moment arrived;
        private volatile String lane = "";
        private volatile Moment begun;

        WatchedRequest(String method, Moment arrived) {
            this.method = method;
            this.arrived = arrived;
            this.begun = arrived;
        }

        @Override
        public void queued(String name) {
            lane = name;
        }

        @Override
        public void begins() {
            begun = Moment.now();
        }

        @Override
        public void ended(int errorCode) {
            var done = new DoneRequest(method, lane, arrived, begun, Moment.now(), errorCode);
            tell(exports -> exports.request(done));
        }
    }

    /** Belongs to the thread that calls. */
    private final class WatchedCall implements CallWatch {
        private final String threadId;
        private final String provider;
        private final String model;
        private final Moment begun;
        private Moment answered;
        private int status;

        WatchedCall(String threadId, String provider, String model, Moment begun) {
            this.threadId = threadId;
            this.provider = provider;
            this.model = model;
            this.begun = begun;
            this.answered = begun;
        }

        @Override
        public void answered(int code) {
            answered = Moment.now();
            status = code;
        }

        @Override
        public void ended(String outcome, long sentBytes, long receivedBytes) {
            var done = new DoneCall(
                    threadId,
                    provider,
                    model,
                    begun,
                    answered,
                    Moment.now(),
                    status,
                    outcome,
                    sentBytes,
                    receivedBytes);
            tell(exports -> exports.modelCall(done));
        }
    }
}
