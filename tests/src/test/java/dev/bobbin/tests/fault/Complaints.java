package dev.bobbin.tests.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Warnings and errors that a server in the test's own process logs while a test runs. */
final class Complaints extends AppenderBase<ILoggingEvent> implements BeforeEachCallback, AfterEachCallback {
    private final Logger logger;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param name of the logger, of whose children are listened to as well */
    Complaints(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        start();
        logger.addAppender(this);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        logger.detachAppender(this);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            heard.add(event.getFormattedMessage());
        }
    }

    /** What was complained about so far. */
    List<String> heard() {
        return List.copyOf(heard);
    }
}
