package dev.bobbin.appserver.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Gives SLF4J a Logback that is set up already. Named by the process before it first logs: the usual way searches every jar
 * on the class path for services, twice, which is a large part of a start.
 */
public final class LogProvider implements SLF4JServiceProvider {
    /** The system property in which SLF4J looks for the name of its provider. */
    public static final String PROPERTY = "slf4j.provider";

    /** The system property that says from which level on SLF4J speaks of itself, on stderr and not as a log line. */
    public static final String VERBOSITY_PROPERTY = "slf4j.internal.verbosity";

    private static final String API_VERSION = "2.0.99";

    private final LoggerContext context = new LoggerContext();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

    @Override
    public void initialize() {
        context.setName("default");
        context.setMDCAdapter(mdc);
        LogConfigurator.configure(context, System.getenv());
        context.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return context;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return API_VERSION;
    }
}
