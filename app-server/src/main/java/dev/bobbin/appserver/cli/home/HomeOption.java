package dev.bobbin.appserver.cli.home;

import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.threadstore.local.Compressing;
import dev.bobbin.threadstore.local.LocalStoreConfig;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which home to work on. */
public final class HomeOption {
    /** What holders of a thread are told of who wants it, or has it. */
    private static final String CLIENT = "bobbin command";

    private static final String DEFAULT_PROVIDER = "openai";

    @Option(
            names = "--home",
            paramLabel = "<dir>",
            description = "The home to work on. Default: $$CODEX_HOME, else ~/.codex.")
    private @Nullable Path home;

    /**
     * A home and what its configuration says of it.
     *
     * @param sqliteHome where its database lies
     * @param configProblem why the configuration cannot be read; null if it can
     */
    public record Home(
            Path folder,
            Path sqliteHome,
            String modelProvider,
            @Nullable String configProblem) {
        /** The threads in it; to be closed. Nothing is touched before the first call. */
        public LocalThreadStore open(Surroundings surroundings) {
            return new LocalThreadStore(new LocalStoreConfig(
                    folder,
                    sqliteHome,
                    modelProvider,
                    Clock.systemUTC(),
                    TimeZone.getTimeZone(surroundings.zone()),
                    () -> CLIENT,
                    Compressing.NOTHING));
        }
    }

    /** Reads the configuration; one that cannot be read counts as empty. */
    public Home read(Surroundings surroundings) {
        var environment = surroundings.environment();
        var folder = home == null
                ? ConfigLoader.codexHome(environment)
                : home.toAbsolutePath().normalize();
        try {
            var config = new ConfigLoader(folder, null, List.of(), environment).load(null);
            return new Home(folder, config.sqliteHome(), config.modelProviderId(), null);
        } catch (ConfigException e) {
            return new Home(folder, folder, DEFAULT_PROVIDER, String.valueOf(e.getMessage()));
        }
    }

    /** Opens the threads of the home; to be closed. */
    public LocalThreadStore open(Surroundings surroundings) {
        return read(surroundings).open(surroundings);
    }
}
