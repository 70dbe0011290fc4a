package dev.bobbin.appserver.telemetry.otel;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** What the SDK complains of, such as a collector that does not answer: logged as all else, instead of in the JDK's way. */
final class Complaints extends Handler {
    /** Kept, as the JDK forgets loggers that nobody keeps. */
    private static final Logger SOURCE = Logger.getLogger("io.opentelemetry");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Complaints.class);

    private Complaints() {}

    static synchronized void redirect() {
        if (SOURCE.getUseParentHandlers()) {
            SOURCE.setUseParentHandlers(false);
            SOURCE.addHandler(new Complaints());
        }
    }

    @Override
    public void publish(LogRecord complaint) {
        if (complaint.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.warn("{}", complaint.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
