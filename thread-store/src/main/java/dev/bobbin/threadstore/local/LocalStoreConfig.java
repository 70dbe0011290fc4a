package dev.bobbin.threadstore.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * How a {@link LocalThreadStore} works.
 *
 * @param codexHome made when first needed
 * @param sqliteHome where {@code state_5.sqlite} lies; usually the home itself
 * @param defaultModelProvider provider that threads without one count as
 * @param zone whose local time names files and folders; not a {@code ZoneId}, whose rules take long to load
 * @param clientName told to other processes that want a thread held here; asked when a thread is opened
 * @param compressing which old rollouts are compressed in the background
 */
public record LocalStoreConfig(
        Path codexHome,
        Path sqliteHome,
        String defaultModelProvider,
        Clock clock,
        TimeZone zone,
        Supplier<String> clientName,
        Compressing compressing) {
    public LocalStoreConfig {
        codexHome = codexHome.toAbsolutePath();
        sqliteHome = sqliteHome.toAbsolutePath();
    }

    public static LocalStoreConfig of(Path codexHome, String defaultModelProvider) {
        return new LocalStoreConfig(
                codexHome,
                codexHome,
                defaultModelProvider,
                Clock.systemUTC(),
                TimeZone.getDefault(),
                () -> "",
                Compressing.NOTHING);
    }
}
